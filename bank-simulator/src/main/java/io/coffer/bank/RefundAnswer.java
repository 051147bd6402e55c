package io.coffer.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a refund stands.
 *
 * @param feeReturned a decimal in an answer, an {@link Amount} in a callback
 */
record RefundAnswer(
        String refundNo,
        String result,
        @Nullable String channelRefundNo,
        @Nullable LocalDate bankDate,
        @Nullable LocalDate settlementDate,
        @Nullable String coreNo,
        @Nullable Object feeReturned,
        @Nullable LocalDate feeSettlementDate,
        @Nullable Failure failure,
        @Nullable String code,
        @Nullable String message) {

    static RefundAnswer open(String refundNo, String result) {
        return new RefundAnswer(refundNo, result, null, null, null, null, null, null, null, null, null);
    }

    static RefundAnswer succeeded(RefundEntry.Credit credit, Object feeReturned) {
        return done(credit, feeReturned, credit.feeSettlementDate());
    }

    /** A channel says nothing of the fee of a payment that is void: it charges none. */
    static RefundAnswer reversed(RefundEntry.Credit credit) {
        return done(credit, null, null);
    }

    private static RefundAnswer done(
            RefundEntry.Credit credit, @Nullable Object feeReturned, @Nullable LocalDate feeSettlementDate) {
        return new RefundAnswer(
                credit.refundNo(),
                ChannelRefund.SUCCEEDED,
                credit.channelRefundNo(),
                credit.bankDate(),
                credit.settlementDate(),
                credit.coreNo(),
                feeReturned,
                feeSettlementDate,
                null,
                null,
                null);
    }

    static RefundAnswer refused(String refundNo, Outcome.Refused refused) {
        return new RefundAnswer(
                refundNo,
                ChannelRefund.REFUSED,
                null,
                refused.bankDate(),
                null,
                null,
                null,
                null,
                refused.failure(),
                refused.code(),
                refused.message());
    }

    static RefundAnswer bounced(RefundEntry.Bounce bounce) {
        return new RefundAnswer(
                bounce.refundNo(),
                ChannelRefund.BOUNCED,
                bounce.channelRefundNo(),
                bounce.bankDate(),
                bounce.settlementDate(),
                bounce.coreNo(),
                null,
                null,
                null,
                null,
                null);
    }
}
