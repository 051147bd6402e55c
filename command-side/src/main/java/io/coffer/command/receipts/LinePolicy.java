package io.coffer.command.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutRejection.ContradictsOutcome;
import io.coffer.api.receipts.LineCommand.ConfirmReturnBooked;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** A line by which a payout came back is handed to that payout, which alone books it; the line learns what it said. */
final class LinePolicy implements Policy {

    private static final String CONTRADICTED = new ContradictsOutcome("FAILED").code();

    @Override
    public String name() {
        return "bank-lines";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case BankReturnHandedOver e
            when !e.wasAsked() -> {
                var place = e.receipt().place().orElseThrow();
                var coreNo = e.receipt().coreNo().orElseThrow();
                // One answer: a payout that said no must not say yes to the same question, however late it is asked
                // again.
                yield List.of(Reaction.inAnswerTo(
                                e.question(),
                                new RegisterReturn(e.payout(), e.receipt(), e.amount(), place.bankDate(), coreNo))
                        .orElse(refusal -> List.of(Reaction.inAnswerTo(
                                e.question(), new DeclineReturn(e.receipt(), e.payout(), refusal.code())))));
            }
            case PayoutReturned e -> List.of(Reaction.of(new ConfirmReturnBooked(e.receipt(), e.payout())));
            // It will never book the line: whatever else that is, people may find out.
            case PayoutReturnContradicted e ->
                List.of(Reaction.of(new DeclineReturn(e.receipt(), e.payout(), CONTRADICTED))
                        .orNothing());
            default -> List.of();
        };
    }
}
