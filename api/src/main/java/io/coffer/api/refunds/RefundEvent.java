package io.coffer.api.refunds;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.splits.SplitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every fact of a refund. */
public sealed interface RefundEvent extends DomainEvent {

    RefundId refund();

    @Override
    default RefundId source() {
        return refund();
    }

    /**
     * A refund that its order has admitted, or that a termination plan has given a part to. Posts nothing.
     *
     * @param order absent for a part of a terminated contract, and for what an account was paid too much
     * @param checkers how many other people must agree before anything is set aside
     */
    @StoredAs("refunds.RefundRequested")
    record RefundRequested(
            RefundId refund, Optional<PaymentOrderId> order, String paymentNo, AdmittedRefund facts, int checkers)
            implements RefundEvent {}

    /**
     * Enough people agreed. Posts nothing.
     *
     * @param amount what its source is to set aside: without the fee that it lacks
     */
    @StoredAs("refunds.RefundApproved")
    record RefundApproved(RefundId refund, RefundSource from, Money amount, Optional<String> approvalId)
            implements RefundEvent {}

    /** People did not agree, or the order could not stand by it. Posts nothing. */
    @StoredAs("refunds.RefundRejected")
    record RefundRejected(RefundId refund, RefundSource from, String reason) implements RefundEvent {}

    /**
     * Mirror: the source's owner has set the money aside for it. Posts nothing.
     *
     * @param feeGap what the merchant's fee account is asked for now; zero when the source lacks nothing
     * @param custodyAccount where the money of the source lies; facts of before do not say it
     */
    @StoredAs("refunds.RefundSourceReserved")
    record RefundSourceReserved(
            RefundId refund, MerchantFeeAccountId merchant, Money feeGap, Optional<CustodyAccount> custodyAccount)
            implements RefundEvent {}

    /** Payees of splits are asked for what they give back for it. Posts nothing. */
    @StoredAs("refunds.RefundRecoveryStarted")
    record RefundRecoveryStarted(RefundId refund, RecoveryPlan plan) implements RefundEvent {}

    /**
     * What a payee has of its part. Posts nothing.
     *
     * @param gap what it lacks, for which the refund waits; zero once it has set all of it aside
     */
    @StoredAs("refunds.RefundRecoveryTold")
    record RefundRecoveryTold(RefundId refund, SplitId split, MerchantFeeAccountId payee, Money gap)
            implements RefundEvent {}

    /** Mirror: what payees gave back of a split is its source's again, and set aside for it. Posts nothing. */
    @StoredAs("refunds.RefundRecovered")
    record RefundRecovered(RefundId refund, SplitId split, Money amount) implements RefundEvent {}

    /** It wants nothing from payees any more; what they gave back stays its source's. Posts nothing. */
    @StoredAs("refunds.RefundRecoveryEnded")
    record RefundRecoveryEnded(RefundId refund, RecoveryPlan plan, String reason) implements RefundEvent {}

    /**
     * It waits for money. Posts nothing.
     *
     * @param gap what its source lacks
     * @param feeGap what the merchant's fee account lacks of the fee, advances counted
     */
    @StoredAs("refunds.RefundFundingRequired")
    record RefundFundingRequired(RefundId refund, Money gap, Money feeGap) implements RefundEvent {}

    /**
     * Somebody wants the money asked for once more. Posts nothing.
     *
     * @param amount what its source is asked for; zero when that has set it aside
     * @param feeGap what the merchant's fee account is asked for; zero before the source has set its money aside
     * @param custodyAccount where the money of the source lies; facts of before do not say it
     */
    @StoredAs("refunds.RefundFundingRetried")
    record RefundFundingRetried(
            RefundId refund,
            RefundSource from,
            Money amount,
            MerchantFeeAccountId merchant,
            Money feeGap,
            Optional<CustodyAccount> custodyAccount)
            implements RefundEvent {}

    /** What the source lacks because the channel kept its fee is filled up (PR-504, PR-505). */
    @StoredAs("refunds.RefundFeeFunded")
    record RefundFeeFunded(
            RefundId refund,
            RefundFeePayer from,
            MerchantFeeAccountId merchant,
            RefundSource to,
            Money amount,
            CustodyAccount custodyAccount)
            implements RefundEvent {}

    /**
     * The refund took its money (PR-501, PR-804).
     *
     * @param amount what the payer gets
     * @param discount what its funder got back at the same moment
     */
    @StoredAs("refunds.RefundFunded")
    record RefundFunded(
            RefundId refund, RefundSource from, Money amount, RefundRoute route, Optional<Discount> discount)
            implements RefundEvent {

        /** What its source gave: the payer's part and the funder's. */
        public Money ofSource() {
            return discount.map(Discount::amount).map(amount::plus).orElse(amount);
        }
    }

    /** The channel is about to be called. Posts nothing. */
    @StoredAs("refunds.RefundSubmitted")
    record RefundSubmitted(RefundId refund, int attempt) implements RefundEvent {}

    /** The channel is at it. Posts nothing. */
    @StoredAs("refunds.RefundPending")
    record RefundPending(RefundId refund) implements RefundEvent {}

    /** Nobody knows what became of it; the channel is asked. Posts nothing. */
    @StoredAs("refunds.RefundResultUnknown")
    record RefundResultUnknown(RefundId refund, String cause) implements RefundEvent {}

    /** The channel does not know the number; when it is sent again is planned next. Posts nothing. */
    @StoredAs("refunds.RefundNotFound")
    record RefundNotFound(RefundId refund) implements RefundEvent {}

    /** The payer has it (PR-507). */
    @StoredAs("refunds.RefundSucceeded")
    record RefundSucceeded(
            RefundId refund, Optional<PaymentOrderId> order, Money amount, String channelRefundNo, RefundFunds funds)
            implements RefundEvent {}

    /** The channel definitely did not do it. Posts nothing: the money stays with the refund. */
    @StoredAs("refunds.RefundFailed")
    record RefundFailed(RefundId refund, RefundFailure failure, String code) implements RefundEvent {}

    /**
     * The channel cannot do it now, or does not know the number; it is sent again then. Posts nothing.
     *
     * @param attempt how often it was sent by now
     */
    @StoredAs("refunds.RefundRetryPlanned")
    record RefundRetryPlanned(RefundId refund, int attempt, Instant at) implements RefundEvent {}

    /** It was put off or denied so often, or for so long, that somebody must see why before it is sent again. Posts nothing. */
    @StoredAs("refunds.RefundRetriesExhausted")
    record RefundRetriesExhausted(RefundId refund, int attempts, Instant since) implements RefundEvent {}

    /** Somebody wants it sent again. Posts nothing. */
    @StoredAs("refunds.RefundRetryWanted")
    record RefundRetryWanted(RefundId refund, String requestedBy) implements RefundEvent {}

    /**
     * The channel gave a part of its fee back (PR-510), to whoever bore it.
     *
     * @param amount what is booked; nothing of what the channel cannot have kept
     * @param above what the channel says that it gave besides: more than its fee was. It is not booked, and people see it in the
     *     settlement that pays it
     * @param settling GROSS where its invoice leaves the fee out, because the payment is void; absent where a settlement pays it
     */
    @StoredAs("refunds.RefundFeeReturned")
    record RefundFeeReturned(
            RefundId refund,
            MerchantFeeAccountId merchant,
            FeeBearer bearer,
            Money amount,
            String channel,
            LocalDate settlementDate,
            Optional<Money> above,
            Optional<PaymentWay.Settling> settling)
            implements RefundEvent {

        /** A fee that comes back with a settlement. */
        public RefundFeeReturned(
                RefundId refund,
                MerchantFeeAccountId merchant,
                FeeBearer bearer,
                Money amount,
                String channel,
                LocalDate settlementDate,
                Optional<Money> above) {
            this(refund, merchant, bearer, amount, channel, settlementDate, above, Optional.empty());
        }

        /** Whether the channel pays it, and does not merely leave it out of its invoice. */
        public boolean comesWithSettlement() {
            return settling.filter(PaymentWay.Settling.GROSS::equals).isEmpty();
        }
    }

    /** The channel took its success back (PR-503); the money waits for another account of the payer's. */
    @StoredAs("refunds.RefundBounced")
    record RefundBounced(RefundId refund, Money amount, String channelRefundNo, RefundFunds funds)
            implements RefundEvent {}

    /** The channel says something else than it said before: the payer may have the money twice. Posts nothing. */
    @StoredAs("refunds.RefundResultContradicted")
    record RefundResultContradicted(RefundId refund, RefundOutcome recorded, RefundOutcome claimed)
            implements RefundEvent {}

    /** The channel says that the payer of a cancelled refund has it: its order keeps the amount for it again. Posts nothing. */
    @StoredAs("refunds.CancelledRefundClaimed")
    record CancelledRefundClaimed(RefundId refund, PaymentOrderId order) implements RefundEvent {}

    /** No such word of the channel is open or true any more: its order may give the amount to others. Posts nothing. */
    @StoredAs("refunds.CancelledRefundClaimEnded")
    record CancelledRefundClaimEnded(RefundId refund, PaymentOrderId order) implements RefundEvent {

        /** Why its order has the amount again. */
        public static final String NOT_TRUE = "CLAIM_NOT_TRUE";
    }

    /** An operator says what the channel's papers prove; a second person must see them. Posts nothing. */
    @StoredAs("refunds.RefundResolutionRequested")
    record RefundResolutionRequested(
            RefundId refund,
            int resolutionNo,
            RefundFinding finding,
            List<Evidence> evidence,
            String reason,
            String requestedBy)
            implements RefundEvent {
        public RefundResolutionRequested {
            evidence = List.copyOf(evidence);
        }
    }

    /** Two people have seen it. What it means for the money follows as facts of their own. Posts nothing. */
    @StoredAs("refunds.RefundResolved")
    record RefundResolved(RefundId refund, int resolutionNo, RefundFinding finding, Optional<String> approvalId)
            implements RefundEvent {}

    /** People did not agree, or the channel spoke first. Posts nothing. */
    @StoredAs("refunds.RefundResolutionRejected")
    record RefundResolutionRejected(RefundId refund, int resolutionNo, String reason) implements RefundEvent {

        /** The reason of papers that a definite word of the channel made needless. */
        public static final String CHANNEL_ANSWERED = "CHANNEL_ANSWERED";
    }

    /**
     * The payer has it by the channel, and somebody else has had its money since (PR-952).
     *
     * @param funds out of what the channel paid it
     */
    @StoredAs("refunds.RefundShortageRecorded")
    record RefundShortageRecorded(
            RefundId refund, int contradictionNo, Money amount, String channelRefundNo, RefundFunds funds)
            implements RefundEvent {}

    /** Own cash fills up what customers' money is short of (PR-953): it is nobody else's loss. */
    @StoredAs("refunds.RefundShortageCompensated")
    record RefundShortageCompensated(RefundId refund, int contradictionNo, Money amount, CustodyAccount custodyAccount)
            implements RefundEvent {}

    /** The payer got it once, but out of something else than was recorded (PR-999). */
    @StoredAs("refunds.RefundFundsCorrected")
    record RefundFundsCorrected(
            RefundId refund, Money amount, String channelRefundNo, RefundFunds recorded, RefundFunds funds)
            implements RefundEvent {}

    /** What was set aside for another account of the payer's is not needed there: the channel had paid (PR-999). */
    @StoredAs("refunds.RefundSetAsideReversed")
    record RefundSetAsideReversed(RefundId refund, Money amount) implements RefundEvent {}

    /**
     * It ends without the payer; what it took goes back to where it came from (PR-502).
     *
     * @param added what of it was filled up for the fee: it goes to the merchant's fee account, the rest to the source
     * @param merchant absent where no merchant takes part
     * @param feeGap what the merchant's fee account may still have set aside for it; zero once it was added
     * @param discount what the funder had got back, and pays again
     */
    @StoredAs("refunds.RefundCancelled")
    record RefundCancelled(
            RefundId refund,
            RefundSource to,
            Money amount,
            boolean wasFunded,
            Money added,
            Optional<MerchantFeeAccountId> merchant,
            Money feeGap,
            String reason,
            Optional<Discount> discount)
            implements RefundEvent {

        /** The reason of what a freeze wants back whose payer's account a bank has refused before. */
        public static final String REFUSED_AND_RECALLED = "REFUSED_AND_RECALLED";

        /** What its source has again: what was filled up of the fee goes to who filled it up, and a funder pays its part again. */
        public Money toSource() {
            return discount.map(Discount::amount)
                    .map(amount::plus)
                    .orElse(amount)
                    .minus(added);
        }
    }

    /**
     * Another account of the payer's is named (PR-508).
     *
     * @param amount what goes there
     * @param setAside what is set aside for it; zero when that was done before
     * @param checkers how many other people must verify the account; none where the money goes back to where it came from
     */
    @StoredAs("refunds.RefundRerouteRequested")
    record RefundRerouteRequested(
            RefundId refund,
            int rerouteNo,
            BankAccountRef payee,
            Money amount,
            Money setAside,
            List<Evidence> evidence,
            String requestedBy,
            int checkers)
            implements RefundEvent {
        public RefundRerouteRequested {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The account may be paid. Posts nothing.
     *
     * @param keptBy the escrow account whose freezes must let the money go first, because a bank gave it back
     */
    @StoredAs("refunds.RefundRerouteVerified")
    record RefundRerouteVerified(
            RefundId refund,
            int rerouteNo,
            BankAccountRef payee,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<String> approvalId,
            Optional<EscrowAccountId> keptBy)
            implements RefundEvent {}

    /** People did not agree to the account. Posts nothing. */
    @StoredAs("refunds.RefundRerouteRejected")
    record RefundRerouteRejected(RefundId refund, int rerouteNo, String reason) implements RefundEvent {}

    /** Mirror: a payout took the money. Posts nothing. */
    @StoredAs("refunds.RefundRerouted")
    record RefundRerouted(RefundId refund, PayoutId payout) implements RefundEvent {}

    /** A freeze wants the payout back that the bank may not have yet. Posts nothing. */
    @StoredAs("refunds.RefundRecallRequested")
    record RefundRecallRequested(RefundId refund, PayoutId payout, String orderNo) implements RefundEvent {}

    /**
     * Mirror: the payout reached the payer. Posts nothing.
     *
     * @param excess which account was paid it too much, and by which receipt; absent for other refunds, and in facts of before
     */
    @StoredAs("refunds.RefundTransferPaid")
    record RefundTransferPaid(
            RefundId refund, Optional<PaymentOrderId> order, PayoutId payout, Optional<RefundSource.Overpayment> excess)
            implements RefundEvent {

        /** Of money that no account was paid too much. */
        public RefundTransferPaid(RefundId refund, Optional<PaymentOrderId> order, PayoutId payout) {
            this(refund, order, payout, Optional.empty());
        }
    }

    /** Mirror: the payout failed; another account is needed. Posts nothing. */
    @StoredAs("refunds.RefundTransferFailed")
    record RefundTransferFailed(RefundId refund, PayoutId payout, String code) implements RefundEvent {}

    /** What the bank gave back of a payout is the refund's again (PR-206); another account is needed. */
    @StoredAs("refunds.RefundTransferRestored")
    record RefundTransferRestored(RefundId refund, PayoutId payout, Money amount) implements RefundEvent {}
}
