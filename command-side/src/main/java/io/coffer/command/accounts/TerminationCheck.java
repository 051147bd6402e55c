package io.coffer.command.accounts;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.LegRequest;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the parts of a plan go to those who may have them, and what keeps the balance from being divided. */
final class TerminationCheck {

    private TerminationCheck() {}

    static List<String> reasonsAgainst(List<TerminationLegRequest> legs, OpenAccount state) {
        var reasons =
                Legs.reasonsAgainst(legs.stream().map(TerminationCheck::plainly).toList());
        var backTo = new TreeMap<String, Money>();
        for (var leg : legs) {
            against(leg, state).ifPresent(reasons::add);
            leg.receipt().ifPresent(receipt -> backTo.merge(receipt.value(), leg.amount(), Money::plus));
        }
        backTo.forEach((receipt, wanted) -> {
            var left = left(new BankReceiptId(receipt), state);
            if (wanted.exceeds(left)) {
                reasons.add("of " + receipt + " at most " + left + " may go back, not " + wanted);
            }
        });
        return reasons;
    }

    static List<String> takenNumbers(List<TerminationLegRequest> legs, OpenAccount state) {
        var reasons = new ArrayList<String>();
        legs.forEach(leg -> Legs.taken(plainly(leg), state).ifPresent(reasons::add));
        return reasons;
    }

    /** Everything that holds a part of the balance, or may still bring or take one. */
    static List<ClosureBlocker> blockers(OpenAccount state, Instant at) {
        var blockers = new ArrayList<ClosureBlocker>();
        ClosureRules.addOnItsWay(blockers, state);
        ClosureRules.addOpenClaims(blockers, state);
        var frozen = state.frozen(at);
        state.freezes().inForce(at).forEach(freeze -> {
            var order = freeze.order();
            var holds = frozen.effective(order.orderNo());
            if (!holds.isZero() || !order.kind().holdsAmount()) {
                blockers.add(new ClosureBlocker(Kind.FREEZE_IN_FORCE, order.orderNo(), holds));
            }
        });
        return blockers;
    }

    static Money toLenders(List<TerminationLegRequest> legs, OpenAccount state) {
        return legs.stream()
                .filter(leg -> state.agreement().isParty(leg.partyId(), PartyRole.LENDER))
                .map(TerminationLegRequest::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static LegRequest plainly(TerminationLegRequest leg) {
        return new LegRequest(leg.legNo(), leg.partyId(), leg.amount(), Optional.empty());
    }

    /** A buyer gets back what came in, each part to where it came from; that is how refunds will take it. */
    private static Optional<String> against(TerminationLegRequest leg, OpenAccount state) {
        var agreement = state.agreement();
        if (!agreement.mayBePaid(leg.partyId())) {
            return Optional.of("leg " + leg.legNo() + ": " + leg.partyId() + " is neither buyer, seller nor lender");
        }
        var isBuyer = agreement.isParty(leg.partyId(), PartyRole.BUYER);
        if (isBuyer && leg.receipt().isEmpty()) {
            return Optional.of("leg " + leg.legNo() + " names no receipt that goes back to " + leg.partyId());
        }
        return isBuyer || leg.receipt().isEmpty()
                ? Optional.empty()
                : Optional.of("leg " + leg.legNo() + " gives a receipt back, and " + leg.partyId() + " is no buyer");
    }

    /** What of a receipt was taken here and did not go back by an earlier plan. */
    private static Money left(BankReceiptId receipt, OpenAccount state) {
        return state.funding()
                .credit(receipt)
                .map(Funding.Credit::taken)
                .orElse(Money.ZERO)
                .above(state.legsThatLeft(
                        leg -> leg.receipt().filter(receipt::equals).isPresent()));
    }
}
