package io.coffer.command.refunds;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.GrantExcess;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource.Overpayment;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;

/** What happens between a receipt that brought too much and the refund of that. */
final class ExcessRefunds {

    private ExcessRefunds() {}

    /** A number that another refund has gets nothing, and the receipt has its money for another number. */
    static Reaction of(ExcessPromised event) {
        return Reaction.of(request(event))
                .orElse(refusal ->
                        List.of(Reaction.of(new EndExcessPromise(event.receipt(), event.refund(), refusal.code()))));
    }

    /** What became doubtful meanwhile goes to nobody; a refund that took it, or ended, before knows better. */
    static Reaction granted(RefundId refund, BankReceiptId receipt) {
        return new Reaction(
                new GrantExcess(receipt, refund),
                refusal -> refusal instanceof ReceiptNotFree
                        ? Optional.of(List.of(Reaction.of(new RejectRefund(refund, refusal.code()))
                                .orNothing()))
                        : Optional.empty(),
                Optional.empty());
    }

    private static RequestRefund request(ExcessPromised event) {
        return new RequestRefund(
                event.refund(),
                Optional.empty(),
                event.receipt().value(),
                new AdmittedRefund(
                        RefundKind.OVERPAYMENT,
                        event.amount(),
                        new Overpayment(event.account(), event.receipt()),
                        new RefundRoute.Transfer(event.payer()),
                        Money.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        event.custodyAccount(),
                        Optional.of(event.payer()),
                        event.reason(),
                        event.requestedBy(),
                        Optional.empty()),
                Money.ZERO);
    }
}
