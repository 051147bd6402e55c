package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowRejection;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds for each part of a plan where it goes and from which bucket it comes. */
final class TerminationLegs {

    private TerminationLegs() {}

    /** Whether every part has an account to go to at one moment. */
    sealed interface Payability {}

    record Payable(List<TerminationLeg> legs) implements Payability {}

    record Unpayable(EscrowRejection why) implements Payability {}

    static Payability paidTo(List<TerminationLegRequest> asked, OpenAccount state, Instant at) {
        var legs = new ArrayList<TerminationLeg>();
        var available = state.buckets().available();
        for (var leg : asked) {
            switch (payee(leg, state, at)) {
                case Payees.None(var why) -> {
                    return new Unpayable(why);
                }
                case Payees.Known(var payee) -> {
                    var fromAvailable = leg.amount().min(available);
                    available = available.minus(fromAvailable);
                    legs.add(new TerminationLeg(
                            leg.legNo(), payee, leg.amount(), leg.amount().minus(fromAvailable), leg.receipt()));
                }
            }
        }
        return new Payable(List.copyOf(legs));
    }

    /** What goes back to its payer is a refund's to bring there, over every obstacle; parties get theirs by payouts. */
    static List<TerminationLeg> withTakers(EscrowAccountId account, List<TerminationLeg> legs) {
        return legs.stream()
                .map(leg -> leg.receipt().isPresent() ? leg.takenBy(RefundId.ofLeg(account, leg.legNo())) : leg)
                .toList();
    }

    static List<TerminationLegRequest> asked(List<TerminationLeg> legs) {
        return legs.stream()
                .map(leg -> new TerminationLegRequest(leg.legNo(), leg.payee().partyId(), leg.amount(), leg.receipt()))
                .toList();
    }

    private static Payees.Standing payee(TerminationLegRequest leg, OpenAccount state, Instant at) {
        return leg.receipt()
                .flatMap(receipt -> origin(receipt, state))
                .<Payees.Standing>map(origin -> new Payees.Known(new Payee(leg.partyId(), origin)))
                .orElseGet(() -> state.payees().at(leg.partyId(), at));
    }

    /** Where a receipt came from, unless that account has refused its money before: then the verified one is all there is. */
    private static Optional<BankAccountRef> origin(BankReceiptId receipt, OpenAccount state) {
        var hasRefused = state.termination().legs().values().stream()
                .filter(leg -> leg.receipt().filter(receipt::equals).isPresent())
                .anyMatch(leg -> state.wasRefused(leg.legNo()));
        return hasRefused ? Optional.empty() : state.funding().credit(receipt).flatMap(Funding.Credit::payer);
    }
}
