package io.coffer.command.refunds;

import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.RecallRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource.EscrowLeg;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;

/** What happens between a terminated contract and the refunds of its buyers. */
final class LegRefunds {

    private static final String REASON = "CONTRACT_TERMINATED";

    private LegRefunds() {}

    /** Parts of plans that were agreed before refunds took them name none: their payouts are on their way. */
    static List<Reaction> of(TerminationExecuted event) {
        return event.legs().stream()
                .flatMap(leg -> leg.refund().stream().map(refund -> Reaction.of(request(event, leg, refund))))
                .toList();
    }

    private static RequestRefund request(TerminationExecuted event, TerminationLeg leg, RefundId refund) {
        var payer = leg.payee().account();
        return new RequestRefund(
                refund,
                Optional.empty(),
                leg.receipt().map(BankReceiptId::value).orElseThrow(),
                new AdmittedRefund(
                        RefundKind.CANCELLATION,
                        leg.amount(),
                        new EscrowLeg(event.account(), leg.legNo()),
                        new RefundRoute.Transfer(payer),
                        Money.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        event.custodyAccount(),
                        Optional.of(payer),
                        REASON,
                        event.account().value(),
                        Optional.empty()),
                Money.ZERO);
    }

    /** What a bank gave back is asked for again: its account knows the freezes, which may have come since it was verified. */
    static List<Reaction> letGo(RefundRerouteVerified event) {
        return event.keptBy().stream()
                .map(account -> Reaction.of(new ReissueLeg(
                        account, event.refund().outRefundNo(), event.rerouteNo(), event.payee(), event.amount())))
                .toList();
    }

    /** A refund that is over by then has nothing to give. */
    static List<Reaction> recalled(RecallRequested event) {
        return event.payouts().stream()
                .flatMap(payout ->
                        payout.refund().stream().map(refund -> new RecallRefund(refund, payout, event.orderNo())))
                .map(recall -> Reaction.of(recall).orNothing())
                .toList();
    }

    /** PR-207 follows; the first payout stands for all that the refund tried. */
    static FailRelease givenBack(RefundCancelled event, EscrowLeg leg) {
        return new FailRelease(leg.account(), leg.legNo(), PayoutId.ofRefund(event.refund(), 1), event.reason());
    }
}
