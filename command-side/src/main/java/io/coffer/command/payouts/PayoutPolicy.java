package io.coffer.command.payouts;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.LedgerEvent.ReserveCoverageFailed;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.RecallPayout;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource.EscrowDeduction;
import io.coffer.api.payouts.PayoutSource.EscrowLeg;
import io.coffer.api.payouts.PayoutSource.EscrowRelease;
import io.coffer.api.payouts.PayoutSource.OfAccount;
import io.coffer.api.payouts.PayoutSource.ReceiptReturn;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.VerdictCommand.ConfirmReturned;
import io.coffer.api.receipts.VerdictCommand.FailReturn;
import io.coffer.api.receipts.VerdictCommand.RestoreReceipt;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** A promised release becomes one payout; its end is mirrored to the owner; an uncovered reserve stops everything. */
final class PayoutPolicy implements Policy {

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case ReleaseApproved e ->
                List.of(Reaction.of(new CreatePayout(
                        e.payout(),
                        new EscrowRelease(e.account(), e.releaseNo()),
                        e.amount(),
                        e.payee().account(),
                        e.custodyAccount())));
            case ReleaseReissued e ->
                List.of(Reaction.of(new CreatePayout(
                        e.newPayout(),
                        new ReturnedPayout(e.account(), e.releaseNo(), e.oldPayout()),
                        e.amount(),
                        e.payee().account(),
                        e.custodyAccount())));
            case FundsDeducted e ->
                List.of(Reaction.of(new CreatePayout(
                        e.payout(),
                        new EscrowDeduction(e.account(), e.deductionNo()),
                        e.amount(),
                        e.courtAccount(),
                        e.custodyAccount())));
            case BankReceiptReturning e ->
                List.of(Reaction.of(new CreatePayout(
                        e.payout(),
                        new ReceiptReturn(e.receipt(), e.part()),
                        e.amount(),
                        e.payee(),
                        e.custodyAccount())));
            case LegReissued e ->
                List.of(Reaction.of(new CreatePayout(
                        e.payout(),
                        new RefundTransfer(e.refund(), e.rerouteNo()),
                        e.amount(),
                        e.payee(),
                        e.custodyAccount())));
            case RefundRerouteVerified e
            when e.keptBy().isEmpty() ->
                List.of(Reaction.of(new CreatePayout(
                        PayoutId.ofRefund(e.refund(), e.rerouteNo()),
                        new RefundTransfer(e.refund(), e.rerouteNo()),
                        e.amount(),
                        e.payee(),
                        e.custodyAccount())));
            // What the bank has already stays with it: the order's shortfall tells.
            case RecallRequested e ->
                e.payouts().stream()
                        // A refund knows which of its payouts has the money.
                        .filter(payout -> payout.refund().isEmpty())
                        .map(payout -> recall(payout, e.orderNo()))
                        .toList();
            case RefundRecallRequested e -> List.of(recall(e.payout(), e.orderNo()));
            case TerminationExecuted e -> legs(e.account(), e.legs(), e.custodyAccount());
            case HoldbackReleased e -> legs(e.account(), e.legs(), e.custodyAccount());
            case PayoutReturned e -> List.of(Reaction.of(returned(e)));
            case PayoutSucceeded e -> List.of(Reaction.of(paid(e)));
            case PayoutFailed e -> List.of(Reaction.of(failed(e)));
            // One bank that contradicts itself may debit twice: nothing more leaves that account until people know.
            case PayoutOutcomeContradicted e ->
                List.of(Reaction.of(new StopPayouts(
                        PayoutSwitchId.of(e.custodyAccount()), "The bank contradicts itself about " + e.payout())));
            case PayoutReturnContradicted e ->
                List.of(Reaction.of(new StopPayouts(
                        PayoutSwitchId.of(e.custodyAccount()),
                        "The bank gave back " + e.payout() + ", which it had refused")));
            case ReserveCoverageFailed e ->
                List.of(Reaction.of(new StopPayouts(
                        PayoutSwitchId.all(),
                        "Equation C2 fails from position " + e.position() + " on: assets " + e.assets()
                                + " fen, liabilities " + e.liabilities() + " fen")));
            default -> List.of();
        };
    }

    private static Reaction recall(PayoutId payout, String orderNo) {
        return Reaction.of(new RecallPayout(payout, orderNo)).orNothing();
    }

    private static List<Reaction> legs(EscrowAccountId account, List<? extends PayoutLeg> legs, CustodyAccount from) {
        return legs.stream()
                .filter(leg -> leg.refund().isEmpty())
                .map(leg -> Reaction.of(new CreatePayout(
                        PayoutId.ofRelease(account, leg.legNo()),
                        new EscrowLeg(account, leg.legNo()),
                        leg.amount(),
                        leg.payee().account(),
                        from)))
                .toList();
    }

    private static Command returned(PayoutReturned event) {
        return switch (event.from()) {
            case OfAccount from -> new ConfirmReleaseReturned(from.account(), from.itemNo(), event.payout());
            case ReceiptReturn(var receipt, var _) -> new RestoreReceipt(receipt, event.payout());
            case RefundTransfer(var refund, var _) -> new RestoreTransfer(refund, event.payout(), event.amount());
        };
    }

    private static Command paid(PayoutSucceeded event) {
        return switch (event.from()) {
            case ReturnedPayout(var account, var releaseNo, var _) ->
                new ConfirmReissuePaid(account, releaseNo, event.payout());
            case OfAccount from -> new ConfirmReleasePaid(from.account(), from.itemNo(), event.payout());
            case ReceiptReturn(var receipt, var _) -> new ConfirmReturned(receipt, event.payout());
            case RefundTransfer(var refund, var _) -> new RecordTransferPaid(refund, event.payout());
        };
    }

    private static Command failed(PayoutFailed event) {
        return switch (event.from()) {
            case ReturnedPayout(var account, var releaseNo, var _) ->
                new FailReissue(account, releaseNo, event.payout(), event.code());
            case OfAccount from -> new FailRelease(from.account(), from.itemNo(), event.payout(), event.code());
            case ReceiptReturn(var receipt, var _) -> new FailReturn(receipt, event.payout(), event.code());
            case RefundTransfer(var refund, var _) -> new RecordTransferFailed(refund, event.payout(), event.code());
        };
    }
}
