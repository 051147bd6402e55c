package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an order can be kept at all. Lists everything that is wrong at once. */
final class FreezeCheck {

    private FreezeCheck() {}

    static List<String> reasonsAgainst(FreezeFunds command, OpenAccount state, Given given) {
        var order = command.order();
        var reasons = new ArrayList<String>();
        require(
                order.amount().isEmpty() || order.kind().holdsAmount(),
                order.kind() + " stops everything and has no amount",
                reasons);
        require(order.amount().filter(Money::isZero).isEmpty(), "the amount is zero", reasons);
        order.item().ifPresent(item -> {
            require(order.kind() == FreezeKind.DISPUTE, "only a dispute is about one payment", reasons);
            require(
                    item == PaymentItem.HOLDBACK_DEPOSIT || state.agreement().plans(item),
                    item + " is not in the plan",
                    reasons);
        });
        require(
                order.kind() != FreezeKind.DISPUTE
                        || !given.actor().has(Role.BUSINESS)
                        || state.agreement().isParty(order.authority()),
                "a dispute is a party's of this contract",
                reasons);
        reasons.addAll(proof(order.kind(), command.evidence()));
        reasons.addAll(end(order.kind(), command.expiresAt(), given.at()));
        return reasons;
    }

    static List<String> reasonsAgainst(RenewFreeze command, FreezeOrder order, Given given) {
        var reasons = new ArrayList<String>();
        require(order.kind().holdsAmount(), order.kind() + " is not renewed", reasons);
        reasons.addAll(proof(order.kind(), command.evidence()));
        reasons.addAll(end(order.kind(), command.expiresAt(), given.at()));
        return reasons;
    }

    private static List<String> proof(FreezeKind kind, List<Evidence> evidence) {
        var mustProve = kind == FreezeKind.JUDICIAL || kind == FreezeKind.EMERGENCY_STOP;
        return mustProve && evidence.isEmpty() ? List.of(kind + " needs its document") : List.of();
    }

    private static List<String> end(FreezeKind kind, Optional<Instant> asked, Instant at) {
        if (kind != FreezeKind.JUDICIAL) {
            return asked.isPresent() ? List.of(kind + " ends by its agreed term") : List.of();
        }
        if (asked.isEmpty()) {
            return List.of("a court says until when it holds");
        }
        var reasons = new ArrayList<String>();
        require(asked.get().isAfter(at), "the end has passed", reasons);
        require(
                !asked.get().isAfter(at.plus(Duration.ofDays(FreezeTerms.JUDICIAL_DAYS_MOST))),
                "a court holds for " + FreezeTerms.JUDICIAL_DAYS_MOST + " days at most",
                reasons);
        return reasons;
    }

    private static void require(boolean holds, String otherwise, List<String> reasons) {
        if (!holds) {
            reasons.add(otherwise);
        }
    }
}
