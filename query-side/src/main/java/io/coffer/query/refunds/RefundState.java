package io.coffer.query.refunds;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.splits.SplitId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a refund.
 *
 * @param order absent for a part of a terminated contract
 * @param since when it came to where it stands
 * @param unknownSince the first doubt about its end, until it is known
 * @param failure the last one, of the channel or of a payout
 * @param resolution what waits for a second person to see its papers
 * @param settledByPapers whether people, and not the channel, said how it ended
 * @param recovery who bears which part of it, where its payment was split before
 * @param reason why nobody knows, or why it ended without the payer
 * @param steps where it stood, in the order in which it first came there
 */
record RefundState(
        RefundId refund,
        Optional<PaymentOrderId> order,
        String paymentNo,
        AdmittedRefund facts,
        int checkers,
        Status state,
        Instant since,
        Funding funding,
        int attempts,
        Optional<Instant> submittedAt,
        Optional<Instant> unknownSince,
        Optional<Failure> failure,
        Optional<Result> result,
        Optional<Result> bounced,
        Optional<ReturnedFee> feeReturned,
        Optional<Reroute> reroute,
        List<Recovery> recovery,
        List<Contradiction> contradictions,
        Optional<Resolution> resolution,
        boolean settledByPapers,
        List<Shortage> shortages,
        Optional<String> approvalId,
        Optional<String> reason,
        List<Step> steps,
        Instant changedAt,
        long requestedPosition,
        long version) {

    enum Status {
        REQUESTED,
        APPROVED,
        /** Its source has set its part aside; the fee may be missing. */
        SOURCE_RESERVED,
        FUNDING_REQUIRED,
        /** Payees of splits are asked for what they give back. */
        RECOVERING,
        /** One of them lacks its part. */
        RECOVERY_PENDING,
        FUNDED,
        SUBMITTING,
        /** The channel is at it. */
        PENDING,
        UNKNOWN,
        NOT_FOUND,
        FAILED_RETRYABLE,
        /** The channel put it off so often that somebody must look at it. */
        RETRIES_EXHAUSTED,
        FAILED_FINAL,
        /** Another account of the payer's is needed. */
        REROUTE_PENDING,
        REROUTE_REQUESTED,
        REROUTE_VERIFIED,
        REROUTED,
        SUCCEEDED,
        REJECTED,
        CANCELLED
    }

    /**
     * Out of what it is paid.
     *
     * @param lacks what its source lacks while funding is required
     * @param lacksFee what the merchant's fee account lacks then
     * @param own what the merchant filled up of the fee
     * @param advanced what own cash filled up of it
     * @param taken what the refund took of its source
     */
    record Funding(Money lacks, Money lacksFee, Money own, Money advanced, Money taken) {

        static Funding none() {
            return new Funding(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
        }

        Funding lacking(Money gap, Money feeGap) {
            return new Funding(gap, feeGap, own, advanced, taken);
        }
    }

    /** Why it did not go; none of a class where a bank refused a payout. */
    record Failure(Optional<RefundFailure> failureClass, String code, Instant at) {}

    /** What a channel said, and out of or into what it paid. */
    record Result(String channelRefundNo, RefundFunds funds, Instant at) {}

    /**
     * What the channel gave back of its fee.
     *
     * @param settlementDate with which settlement; absent where its invoice leaves the fee out
     */
    record ReturnedFee(Money amount, Optional<LocalDate> settlementDate, Optional<Money> above) {}

    /** The last account that was named instead of the way back. */
    record Reroute(
            int rerouteNo, BankAccountRef payee, int checkers, Reroute.Standing state, Optional<PayoutId> payout) {

        enum Standing {
            REQUESTED,
            VERIFIED,
            REJECTED,
            PAYING,
            PAID,
            FAILED,
            /** The bank gave the money back. */
            RETURNED
        }

        Reroute now(Reroute.Standing next) {
            return new Reroute(rerouteNo, payee, checkers, next, payout);
        }

        Reroute paying(PayoutId number) {
            return new Reroute(rerouteNo, payee, checkers, Reroute.Standing.PAYING, Optional.of(number));
        }
    }

    /**
     * Who bears one part, and how far that is.
     *
     * @param gap what a payee lacks of it
     */
    record Recovery(RecoveryLeg leg, Recovery.Standing state, Money gap) {

        /** How far a part is. */
        @Schema(name = "RecoveryState")
        enum Standing {
            PLANNED,
            /** A payee is asked for it. */
            ASKED,
            /** The payee lacks some of it. */
            PENDING,
            RESERVED,
            /** The payee gave it back; it is the payment's again, set aside for the refund. */
            RETURNED,
            /** The refund has it. */
            TAKEN,
            /** The refund ended before. */
            ENDED
        }

        static Recovery planned(RecoveryLeg leg) {
            return new Recovery(leg, Recovery.Standing.PLANNED, Money.ZERO);
        }

        Recovery now(Recovery.Standing next) {
            return new Recovery(leg, next, Money.ZERO);
        }

        Recovery lacking(Money missing) {
            return new Recovery(leg, Recovery.Standing.PENDING, missing);
        }

        boolean isOf(SplitId split) {
            return leg instanceof RecoveryLeg.Payee payee && payee.split().equals(split);
        }

        boolean isOf(SplitId split, MerchantFeeAccountId who) {
            return leg instanceof RecoveryLeg.Payee payee
                    && payee.split().equals(split)
                    && payee.payee().equals(who);
        }
    }

    /**
     * Two things that the channel says.
     *
     * @param standing what people found of the later one
     */
    record Contradiction(RefundOutcome recorded, RefundOutcome claimed, Instant at, Contradiction.Standing standing) {

        enum Standing {
            OPEN,
            TRUE,
            NOT_TRUE
        }

        boolean isOpen() {
            return standing == Contradiction.Standing.OPEN;
        }

        Contradiction found(ClaimVerdict verdict) {
            return new Contradiction(
                    recorded,
                    claimed,
                    at,
                    switch (verdict) {
                        case TRUE -> Contradiction.Standing.TRUE;
                        case NOT_TRUE -> Contradiction.Standing.NOT_TRUE;
                    });
        }
    }

    /** What the channel's papers are said to prove, until a second person has seen them. */
    record Resolution(int resolutionNo, RefundFinding finding, String requestedBy, Instant at) {}

    /** What customers' money was short of, because the channel had paid as well; own cash filled it up. */
    record Shortage(int contradictionNo, Money amount, Instant at) {}

    /** One state that it was in, and how often it came there. */
    record Step(Status state, Instant firstAt, Instant lastAt, int times) {

        Step again(Instant at) {
            return new Step(state, firstAt, at, times + 1);
        }
    }

    boolean isDoubtful() {
        return unknownSince.isPresent() || contradictions.stream().anyMatch(Contradiction::isOpen);
    }
}
