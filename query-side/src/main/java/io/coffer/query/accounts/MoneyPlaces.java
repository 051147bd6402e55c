package io.coffer.query.accounts;

import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.query.accounts.MoneyPlace.Blocker;
import io.coffer.query.accounts.MoneyPlace.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells for every fen of an account where it is, why, and what it waits for. */
final class MoneyPlaces {

    private MoneyPlaces() {}

    /** A receipt that is assigned to the account and not taken yet. */
    record Arrival(String receipt, Money amount, Instant since) {}

    /** @param takers the state of each payout and each refund by its id, as far as it is known */
    static List<MoneyPlace> of(AccountState account, List<Arrival> arrivals, Map<String, String> takers, Instant at) {
        var places = new ArrayList<MoneyPlace>();
        arrivals.forEach(arrival -> places.add(new MoneyPlace(
                Where.ARRIVED,
                Amount.of(arrival.amount()),
                arrival.since(),
                arrival.receipt(),
                "The account takes this receipt in a moment.",
                List.of())));
        var held = account.buckets().available().above(account.undecided());
        if (!held.isZero()) {
            places.add(held(account, held, at));
        }
        if (!account.buckets().holdback().isZero()) {
            places.add(heldBack(account));
        }
        account.releases(Release.State.REQUESTED).stream()
                .filter(release -> release.orderNo().isEmpty())
                .forEach(release -> places.add(askedFor(release)));
        account.releases(Release.State.APPROVED).forEach(release -> places.add(onItsWay(release, takers)));
        account.releases(Release.State.RETURNED)
                .forEach(release -> places.add(cameBack(
                        release, "The bank gave it back: it is to be paid again, or restored to the account.")));
        account.releases(Release.State.REISSUE_REQUESTED)
                .forEach(release ->
                        places.add(cameBack(release, "It waits for a second person's approval to be paid again.")));
        account.releases(Release.State.REISSUED).forEach(release -> places.add(onItsWay(release, takers)));
        account.excess()
                .forEach(excess -> places.add(new MoneyPlace(
                        Where.SET_APART,
                        Amount.of(excess.amount()),
                        excess.since(),
                        excess.receipt().value(),
                        excess.isRefunding()
                                ? "More than the plan expects: a refund brings it to its payer."
                                : "More than the plan expects: it waits to be given back to its payer.",
                        List.of())));
        account.releases(Release.State.PAID)
                .forEach(release -> places.add(new MoneyPlace(
                        Where.PAID_OUT,
                        Amount.of(release.amount()),
                        release.changedAt(),
                        release.releaseNo(),
                        release.partyId()
                                .map(party -> "Paid to party " + party + "; nothing follows.")
                                .orElse("Paid to the court; nothing follows."),
                        List.of())));
        return places;
    }

    private static MoneyPlace held(AccountState account, Money held, Instant at) {
        var blockers = account.termination().isEmpty() ? blockers(account) : new ArrayList<Blocker>();
        var frozen = account.frozen(at);
        account.freezes().stream()
                .filter(freeze -> freeze.isInForce(at))
                .map(freeze -> freeze.order().orderNo())
                .forEach(orderNo ->
                        blockers.add(new Blocker("FREEZE_IN_FORCE", orderNo, Amount.of(frozen.effective(orderNo)))));
        return new MoneyPlace(
                Where.HELD,
                Amount.of(held),
                account.lastMoneyAt().orElse(account.openedAt()),
                account.account().value(),
                nextStep(account, at),
                blockers);
    }

    /** What keeps a living contract from its release. */
    private static List<Blocker> blockers(AccountState account) {
        var blockers = new ArrayList<Blocker>();
        account.terms().plan().forEach(planned -> {
            var missing = planned.expected().above(account.received(planned.item()));
            if (!missing.isZero()) {
                blockers.add(new Blocker("PAYMENT_MISSING", planned.item().name(), Amount.of(missing)));
            }
        });
        if (!account.missingHoldback().isZero()) {
            blockers.add(new Blocker(
                    "PAYMENT_MISSING", PaymentItem.HOLDBACK_DEPOSIT.name(), Amount.of(account.missingHoldback())));
        }
        if (!account.areConditionsMet()) {
            AccountViews.missing(account)
                    .forEach(condition ->
                            blockers.add(new Blocker("CONDITION_MISSING", condition.name(), Amount.of(Money.ZERO))));
        }
        if (account.payees().isEmpty()) {
            blockers.add(new Blocker("PAYEE_NOT_BOUND", account.account().value(), Amount.of(Money.ZERO)));
        }
        return blockers;
    }

    private static String nextStep(AccountState account, Instant at) {
        if (account.termination().isPresent()) {
            return toBeDivided(account);
        }
        if (!account.isFunded()) {
            return "The missing payments must arrive.";
        }
        if (!account.areConditionsMet()) {
            return "The missing release conditions must be confirmed with evidence.";
        }
        if (account.releasable(at).isZero() && account.freezes().stream().anyMatch(freeze -> freeze.isInForce(at))) {
            return "The orders that hold it must end first.";
        }
        return !account.payees().isEmpty() ? "A release can be requested." : "A payee must be bound before a release.";
    }

    private static String toBeDivided(AccountState account) {
        return account.termination().flatMap(Termination::pending).isPresent()
                ? "The plan that all parties signed waits for the approval of other people."
                : "All parties must agree on a plan that divides it.";
    }

    private static MoneyPlace heldBack(AccountState account) {
        var blockers = new ArrayList<Blocker>();
        account.holdback().claims().stream()
                .filter(account::isOpen)
                .forEach(claim -> blockers.add(new Blocker("CLAIM_OPEN", claim.claimNo(), Amount.of(claim.amount()))));
        var handedOver = account.holdback().handedOverAt();
        if (handedOver.isEmpty() && account.termination().isEmpty()) {
            blockers.add(new Blocker("HANDOVER_MISSING", account.account().value(), Amount.of(Money.ZERO)));
        }
        return new MoneyPlace(
                Where.HELD_BACK,
                Amount.of(account.buckets().holdback()),
                account.lastMoneyAt().orElse(account.openedAt()),
                account.account().value(),
                heldBackUntil(account),
                blockers);
    }

    private static String heldBackUntil(AccountState account) {
        if (account.termination().isPresent()) {
            return toBeDivided(account);
        }
        return account.holdback().handedOverAt().isEmpty()
                ? "The handover of the home must be confirmed."
                : "Claims are settled and the seller gets the rest.";
    }

    private static MoneyPlace askedFor(Release release) {
        var nextStep = release.checkersRequired() == 0
                ? "The confirmed conditions approve it."
                : "It waits for the approval of other people: " + release.checkersRequired() + " needed.";
        return new MoneyPlace(
                Where.ASKED_FOR,
                Amount.of(release.amount()),
                release.requestedAt(),
                release.releaseNo(),
                nextStep,
                release.checkersRequired() == 0
                        ? List.of()
                        : List.of(new Blocker("APPROVAL_MISSING", release.releaseNo(), Amount.of(release.amount()))));
    }

    private static MoneyPlace cameBack(Release release, String nextStep) {
        return new MoneyPlace(
                Where.CAME_BACK,
                Amount.of(release.amount()),
                release.returned().map(Returned::at).orElse(release.changedAt()),
                release.releaseNo(),
                nextStep,
                List.of());
    }

    private static MoneyPlace onItsWay(Release release, Map<String, String> takers) {
        return release.refund()
                .map(refund -> withRefund(release, refund.value(), takers))
                .orElseGet(() -> withPayout(release, takers));
    }

    private static MoneyPlace withRefund(Release release, String refund, Map<String, String> takers) {
        var nextStep = switch (takers.getOrDefault(refund, "REQUESTED")) {
            case "REROUTE_PENDING" ->
                "The bank could not bring it to its payer: another account of the payer's is to be named.";
            case "REROUTE_REQUESTED" -> "It waits for a second person to verify another account of the payer's.";
            case "REROUTED" -> "A payout brings it to its payer; the bank will report.";
            case "SUCCEEDED" -> "Its payer has it; the account notes it in a moment.";
            case "CANCELLED" -> "The refund was given up; the account has it again in a moment.";
            default -> "A refund brings it back to its payer.";
        };
        return new MoneyPlace(
                Where.ON_ITS_WAY, Amount.of(release.amount()), release.changedAt(), refund, nextStep, List.of());
    }

    private static MoneyPlace withPayout(Release release, Map<String, String> takers) {
        var payout = release.payout().map(Object::toString).orElse("");
        var nextStep = switch (takers.getOrDefault(payout, "CREATED")) {
            case "SUBMITTED" -> "The bank has the instruction and will report.";
            case "UNKNOWN" -> "The bank gave no clear answer; it is asked again until it does.";
            case "NOT_FOUND" -> "The bank does not know the instruction yet; the same number is sent again.";
            case "SUCCEEDED" -> "The bank paid; the account notes it in a moment.";
            case "FAILED" -> "The bank refused; the account notes it in a moment.";
            default -> "The instruction goes to the bank.";
        };
        return new MoneyPlace(
                Where.ON_ITS_WAY, Amount.of(release.amount()), release.changedAt(), payout, nextStep, List.of());
    }
}
