package io.coffer.query.splits;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a split.
 *
 * @param gap what its payment lacked
 * @param refusals of payees that would not take their legs
 * @param returns what payees give, or gave, back, the oldest first
 * @param reason why it was cancelled or rejected, or blocked whoever agreed
 */
record SplitState(
        SplitId split,
        SplitTerms terms,
        String requestedBy,
        int checkers,
        Status state,
        Money gap,
        List<PayeeRefusal> refusals,
        List<Return> returns,
        Optional<String> approvalId,
        Optional<String> reason,
        Optional<Instant> executedAt,
        Instant definedAt,
        Instant changedAt,
        long definedPosition,
        long version) {

    enum Status {
        REQUESTED,
        APPROVED,
        /** The contract has set the amount aside; the payees are asked. */
        RESERVED,
        EXECUTED,
        BLOCKED,
        CANCELLED,
        REJECTED
    }

    /** What payees give back for one refund. */
    record Return(RefundId refund, List<ReturnLeg> legs, Standing state) {

        enum Standing {
            PROMISED,
            STARTED,
            RETURNED,
            CANCELLED
        }

        static Return promised(RefundId refund, List<SplitLeg> legs) {
            return new Return(
                    refund,
                    legs.stream()
                            .map(leg -> new ReturnLeg(leg.payee(), leg.amount(), Optional.empty()))
                            .toList(),
                    Standing.PROMISED);
        }

        Return now(Standing next) {
            return new Return(refund, legs, next);
        }

        Return told(MerchantFeeAccountId payee, Money gap) {
            return new Return(
                    refund,
                    legs.stream()
                            .map(leg -> leg.payee().equals(payee)
                                    ? new ReturnLeg(payee, leg.amount(), Optional.of(gap))
                                    : leg)
                            .toList(),
                    state);
        }
    }

    /** @param gap what the payee lacks of it, once it was asked */
    record ReturnLeg(MerchantFeeAccountId payee, Money amount, Optional<Money> gap) {}

    /** What a payee gave back. */
    Money returned(MerchantFeeAccountId payee) {
        return returns.stream()
                .filter(back -> back.state() == Return.Standing.RETURNED)
                .flatMap(back -> back.legs().stream())
                .filter(leg -> leg.payee().equals(payee))
                .map(ReturnLeg::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
