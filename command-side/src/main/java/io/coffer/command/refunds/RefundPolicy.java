package io.coffer.command.refunds;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReturnCommand.RecordLegReturned;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.ContractRejection.ContractFundsMissing;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.CompleteRefund;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.ReinstateRefund;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.RecordExcessTaken;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.refunds.RefundSource.ContractPayment;
import io.coffer.api.refunds.RefundSource.EscrowLeg;
import io.coffer.api.refunds.RefundSource.Overpayment;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the owners of a refund's money for it, gives back what is not taken, and tells the order how it ended. */
final class RefundPolicy implements Policy {

    @Override
    public String name() {
        return "refunds";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case RefundApproved e -> source(e.refund(), e.from(), e.amount());
            case ContractFundsReserved e ->
                e.refund().stream()
                        .map(refund -> Reaction.of(new RecordSourceReserved(refund))
                                .orElse(_ -> List.of(Reaction.of(new EndContractReservation(e.contract(), refund))
                                        .orNothing())))
                        .toList();
            case ContractWaitEnded e when !e.gap().isZero() -> waits(e.refund(), e.gap(), Money.ZERO);
            case RefundSourceReserved e -> fee(e.refund(), e.merchant(), e.feeGap(), e.custodyAccount());
            case RefundFeeGranted e ->
                List.of(Reaction.of(new FundRefundFee(e.refund(), e.own(), e.advanced()))
                        .orElse(refusal -> List.of(
                                endFee(e.account(), e.refund(), refusal.code()).orNothing())));
            case RefundFundingRetried e ->
                e.amount().isZero()
                        ? fee(e.refund(), e.merchant(), e.feeGap(), e.custodyAccount())
                        : source(e.refund(), e.from(), e.amount());
            case RefundCancelled e -> cancelled(e);
            case RefundRejected e -> dismissed(e.refund(), e.from(), e.reason());
            case CancelledRefundClaimed e -> List.of(Reaction.of(new ReinstateRefund(e.order(), e.refund())));
            case CancelledRefundClaimEnded e ->
                List.of(Reaction.of(new DismissRefund(e.order(), e.refund(), CancelledRefundClaimEnded.NOT_TRUE)));
            case RefundSucceeded e -> completed(e.refund(), e.order());
            case RefundTransferPaid e -> paid(e);
            case RefundTransferRestored e ->
                ofLeg(
                        e.refund(),
                        account -> new RecordLegReturned(account, e.refund().outRefundNo(), e.payout()));
            case RefundRerouteVerified e -> LegRefunds.letGo(e);
            case LegReissueDeclined e ->
                List.of(Reaction.of(new RecordTransferFailed(e.refund(), e.payout(), e.code())));
            case TerminationExecuted e -> LegRefunds.of(e);
            case ExcessPromised e -> List.of(ExcessRefunds.of(e));
            // Its end came first: it frees the promise.
            case ExcessGranted e ->
                List.of(Reaction.of(new RecordSourceReserved(e.refund())).orNothing());
            case RefundFunded e
            when e.from() instanceof Overpayment(var _, var receipt) ->
                List.of(Reaction.of(new RecordExcessTaken(receipt, e.refund())));
            case RecallRequested e -> LegRefunds.recalled(e);
            case PayoutCreated e
            when e.from() instanceof RefundTransfer(var refund, var _) ->
                List.of(Reaction.of(new RecordRerouted(refund, e.payout())));
            default -> List.of();
        };
    }

    /** What was paid beside an order the order itself sets aside, and a part of a terminated contract its plan. */
    private static List<Reaction> source(RefundId refund, RefundSource from, Money amount) {
        return switch (from) {
            case ContractPayment(var contract, var order) ->
                List.of(new Reaction(
                        new ReserveContractFunds(contract, order, refund, amount),
                        refusal -> lacking(refund, amount, refusal),
                        Optional.empty()));
            case Overpayment(var _, var receipt) -> List.of(ExcessRefunds.granted(refund, receipt));
            case RefundSource.ExcessCapture _, RefundSource.ExcessReceipt _, EscrowLeg _ -> List.of();
        };
    }

    /** Any other refusal was never expected: people look at it. */
    private static Optional<List<Reaction>> lacking(RefundId refund, Money amount, Rejection refusal) {
        return switch (refusal) {
            case ContractFundsMissing(var _, var gap) -> Optional.of(waits(refund, gap, Money.ZERO));
            case NotFound _ -> Optional.of(waits(refund, amount, Money.ZERO));
            // Its end came first: nobody wants the money any more.
            case ContractFundsNotReserved _ -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private static List<Reaction> fee(
            RefundId refund, MerchantFeeAccountId merchant, Money gap, Optional<CustodyAccount> custodyAccount) {
        return gap.isZero()
                ? List.of()
                : List.of(new Reaction(
                        new ReserveRefundFee(merchant, refund, gap, custodyAccount),
                        refusal -> feeLacking(refund, gap, refusal),
                        Optional.empty()));
    }

    private static Optional<List<Reaction>> feeLacking(RefundId refund, Money whole, Rejection refusal) {
        return switch (refusal) {
            case FeeNotCovered(var gap, var _) -> Optional.of(waits(refund, Money.ZERO, gap));
            case FeeAccountRestricted _, FeeAtOtherCustodyAccount _, NotFound _ ->
                Optional.of(waits(refund, Money.ZERO, whole));
            default -> Optional.empty();
        };
    }

    private static List<Reaction> waits(RefundId refund, Money gap, Money feeGap) {
        return List.of(Reaction.of(new RequireFunding(refund, gap, feeGap)));
    }

    /** Who owned the money first: only then is the payment free for another refund, which may need the same fee. */
    private static List<Reaction> cancelled(RefundCancelled event) {
        var reactions = new ArrayList<Reaction>();
        switch (event.to()) {
            case ContractPayment(var contract, var _) -> {
                var end = Reaction.of(new EndContractReservation(contract, event.refund()));
                // A refund that took nothing may have been cancelled before anything was set aside for it.
                reactions.add(event.wasFunded() ? end : end.orNothing());
            }
            case RefundSource.ExcessCapture _, RefundSource.ExcessReceipt _ -> {
                // The order knows by the refund's end.
            }
            case EscrowLeg leg -> reactions.add(Reaction.of(LegRefunds.givenBack(event, leg)));
            case Overpayment _ -> {
                // The receipt knows by the refund's end, too.
            }
        }
        event.merchant().ifPresent(merchant -> reactions.addAll(feeGivenBack(merchant, event)));
        reactions.addAll(dismissed(event.refund(), event.to(), event.reason()));
        return List.copyOf(reactions);
    }

    private static List<Reaction> feeGivenBack(MerchantFeeAccountId merchant, RefundCancelled event) {
        var reactions = new ArrayList<Reaction>();
        if (!event.added().isZero()) {
            reactions.add(Reaction.of(new CreditMerchantB(merchant, event.refund(), event.added())));
        }
        if (!event.feeGap().isZero()) {
            reactions.add(endFee(merchant, event.refund(), event.reason()).orNothing());
        }
        return List.copyOf(reactions);
    }

    private static List<Reaction> dismissed(RefundId refund, RefundSource from, String reason) {
        return switch (from) {
            case RefundSource.OfOrder payment ->
                List.of(Reaction.of(new DismissRefund(payment.order(), refund, reason)));
            case EscrowLeg _ -> List.of();
            case Overpayment(var _, var receipt) -> List.of(Reaction.of(new EndExcessPromise(receipt, refund, reason)));
        };
    }

    private static List<Reaction> completed(RefundId refund, Optional<PaymentOrderId> order) {
        return order.map(owner -> List.of(Reaction.of(new CompleteRefund(owner, refund))))
                .orElseGet(List::of);
    }

    private static List<Reaction> paid(RefundTransferPaid event) {
        var reactions = new ArrayList<>(completed(event.refund(), event.order()));
        reactions.addAll(ofLeg(
                event.refund(),
                account -> new ConfirmReleasePaid(account, event.refund().outRefundNo(), event.payout())));
        event.excess()
                .map(excess -> Reaction.of(new ConfirmExcessReturned(excess.account(), excess.receipt())))
                .ifPresent(reactions::add);
        return List.copyOf(reactions);
    }

    /** What the account of a terminated contract hears of its part. */
    private static List<Reaction> ofLeg(RefundId refund, Function<EscrowAccountId, Command> news) {
        return refund.account()
                .map(account -> List.of(Reaction.of(news.apply(account))))
                .orElseGet(List::of);
    }

    private static Reaction endFee(MerchantFeeAccountId merchant, RefundId refund, String reason) {
        return Reaction.of(new EndFeeReservation(merchant, new FeeTaker.Refund(refund), reason));
    }
}
