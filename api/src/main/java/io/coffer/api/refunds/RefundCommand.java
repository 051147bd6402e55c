package io.coffer.api.refunds;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.splits.SplitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every intent towards a refund. */
public sealed interface RefundCommand extends Command {

    RefundId refund();

    @Override
    default RefundId target() {
        return refund();
    }

    /**
     * Begins a refund that its order has admitted, or that a termination plan has given a part to.
     *
     * @param order absent for a part of a terminated contract, and for what an account was paid too much
     * @param paymentNo the channel's number, or the receipt that goes back
     * @param alone what else of the payment goes back without a second person
     */
    record RequestRefund(
            RefundId refund, Optional<PaymentOrderId> order, String paymentNo, AdmittedRefund facts, Money alone)
            implements RefundCommand {}

    /** Lets a refund go on that enough people agreed to. */
    record ApproveRefund(RefundId refund, Money amount, Optional<Approval> approval)
            implements RefundCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            return List.of("ApproveRefund", refund.value(), Long.toString(amount.minorUnits()));
        }
    }

    /** Ends a refund that people did not agree to. */
    record RejectRefund(RefundId refund, String reason) implements RefundCommand {}

    /** The source's owner has set the money aside for this refund. */
    record RecordSourceReserved(RefundId refund) implements RefundCommand {}

    /**
     * What a payee has of what it gives back for this refund.
     *
     * @param gap what it lacks; zero once it has set all of it aside
     */
    record RecordRecoveryLeg(RefundId refund, SplitId split, MerchantFeeAccountId payee, Money gap)
            implements RefundCommand {}

    /** What payees gave back of a split is set aside for this refund. */
    record RecordRecovered(RefundId refund, SplitId split) implements RefundCommand {}

    /** Something is missing: money of the source, or for the fee. */
    record RequireFunding(RefundId refund, Money gap, Money feeGap) implements RefundCommand {}

    /** Fills up the fee that the source lacks: from the merchant's own fee account, and what that lacks from own cash. */
    record FundRefundFee(RefundId refund, Money own, Money advanced) implements RefundCommand {}

    /** Asks once more for the money that was missing. */
    record RetryFunding(RefundId refund) implements RefundCommand {}

    /** Claims the call of the channel. */
    record SubmitRefund(RefundId refund) implements RefundCommand {}

    /** The channel took it and will say later. */
    record RecordPending(RefundId refund) implements RefundCommand {}

    /** The channel's word, or silence, leaves open what became of it. */
    record MarkRefundUnknown(RefundId refund, String cause) implements RefundCommand {}

    /** The channel does not know the number. */
    record RecordRefundNotFound(RefundId refund) implements RefundCommand {}

    /**
     * The channel says how it ended.
     *
     * @param attempt which call this answers; absent when the channel told by itself, or was asked
     */
    record ConfirmRefund(RefundId refund, RefundOutcome outcome, Optional<Integer> attempt) implements RefundCommand {}

    /** Lets a refund be sent again that was put off, or denied, too often. */
    record RetryRefund(RefundId refund) implements RefundCommand {}

    /** The channel takes a success back. */
    record BounceRefund(RefundId refund, String channelRefundNo, RefundFunds funds) implements RefundCommand {}

    /** An operator wants to settle by papers what nobody knows, or which of a channel's two words is right. */
    record RequestRefundResolution(RefundId refund, RefundFinding finding, List<Evidence> evidence, String reason)
            implements RefundCommand {
        public RequestRefundResolution {
            evidence = List.copyOf(evidence);
        }
    }

    /** Settles it by papers that a second person has seen too. */
    record ResolveRefund(
            RefundId refund,
            int resolutionNo,
            RefundFinding finding,
            List<Evidence> evidence,
            Optional<Approval> approval)
            implements RefundCommand, Approvable {
        public ResolveRefund {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ResolveRefund", refund.value(), Integer.toString(resolutionNo)));
            content.addAll(finding.content());
            evidence.forEach(
                    document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
            return content;
        }
    }

    /** People did not agree to what the papers are said to prove. */
    record RejectRefundResolution(RefundId refund, int resolutionNo, String reason) implements RefundCommand {}

    /** The business system does not want it any more. */
    record CancelRefund(RefundId refund, String reason) implements RefundCommand {}

    /**
     * Calls a part of a terminated contract back because of a freeze, before its payer has it.
     *
     * @param payout which one its account wants back: the first stands for all, until the payer had it and its account let each
     *     further one go
     */
    record RecallRefund(RefundId refund, PayoutId payout, String orderNo) implements RefundCommand {}

    /** Names another account of the payer's; other people verify it. */
    record RequestReroute(RefundId refund, BankAccountRef payee, List<Evidence> evidence) implements RefundCommand {
        public RequestReroute {
            evidence = List.copyOf(evidence);
        }
    }

    /** Lets the money go to the account that enough people verified. */
    record VerifyReroute(
            RefundId refund,
            int rerouteNo,
            BankAccountRef payee,
            Money amount,
            List<Evidence> evidence,
            Optional<Approval> approval)
            implements RefundCommand, Approvable {
        public VerifyReroute {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<String>();
            content.addAll(List.of(
                    "VerifyReroute", refund.value(), Integer.toString(rerouteNo), Long.toString(amount.minorUnits())));
            content.addAll(payee.content());
            evidence.forEach(document -> content.addAll(List.of(document.documentId(), document.sm3())));
            return content;
        }
    }

    /** People did not agree to the account. */
    record RejectReroute(RefundId refund, int rerouteNo, String reason) implements RefundCommand {}

    /** Mirrors that a payout took the money. */
    record RecordRerouted(RefundId refund, PayoutId payout) implements RefundCommand {}

    /** Mirrors that the payout reached the payer. */
    record RecordTransferPaid(RefundId refund, PayoutId payout) implements RefundCommand {}

    /** Mirrors that the payout failed. */
    record RecordTransferFailed(RefundId refund, PayoutId payout, String code) implements RefundCommand {}

    /** Takes back what the bank gave back of a payout. */
    record RestoreTransfer(RefundId refund, PayoutId payout, Money amount) implements RefundCommand {}
}
