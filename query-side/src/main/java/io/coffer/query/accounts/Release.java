package io.coffer.query.accounts;

import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.Optional;

/**
 * One item of money on its way out, and what became of it.
 *
 * @param partyId whose wish it is; a deduction is no party's
 * @param orderNo the court's order that a deduction belongs to
 * @param payout what takes it, or has paid it for its refund
 * @param refund what takes it instead, and brings it back to its payer
 */
record Release(
        String releaseNo,
        Optional<String> partyId,
        Optional<String> orderNo,
        Money amount,
        State state,
        String requestedBy,
        int checkersRequired,
        Instant requestedAt,
        Instant changedAt,
        Optional<PayoutId> payout,
        Optional<RefundId> refund,
        Optional<String> approvalId,
        Optional<String> reason,
        Optional<Returned> returned) {

    enum State {
        /** Asked for, not decided. */
        REQUESTED,
        /** Promised to its payout or its refund. */
        APPROVED,
        PAID,
        /** The bank paid and gave it back; waits for a decision. */
        RETURNED,
        /** Somebody wants it paid again. */
        REISSUE_REQUESTED,
        /** Promised to its next payout, or with its refund again. */
        REISSUED,
        /** Given back, and available in the account again. */
        RESTORED,
        FAILED,
        REJECTED
    }

    static Release of(ReleaseRequested e, Instant at) {
        return new Release(
                e.releaseNo(),
                Optional.of(e.partyId()),
                Optional.empty(),
                e.amount(),
                State.REQUESTED,
                e.requestedBy(),
                e.checkersRequired(),
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Release of(DeductionRequested e, Instant at) {
        return new Release(
                e.deductionNo(),
                Optional.empty(),
                Optional.of(e.orderNo()),
                e.amount(),
                State.REQUESTED,
                e.requestedBy(),
                1,
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @SuppressWarnings("TooManyParameters") // A leg has no history before it is promised.
    static Release of(
            PayoutLeg leg,
            String requestedBy,
            int checkersRequired,
            PayoutId taker,
            Optional<String> approval,
            Instant at) {
        return new Release(
                leg.legNo(),
                Optional.of(leg.payee().partyId()),
                Optional.empty(),
                leg.amount(),
                State.APPROVED,
                requestedBy,
                checkersRequired,
                at,
                at,
                Optional.of(taker).filter(_ -> leg.refund().isEmpty()),
                leg.refund(),
                approval,
                Optional.empty(),
                Optional.empty());
    }

    Release approved(PayoutId taker, Optional<String> approval, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                orderNo,
                amount,
                State.APPROVED,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                Optional.of(taker),
                refund,
                approval,
                reason,
                returned);
    }

    Release ended(State end, Optional<String> why, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                orderNo,
                amount,
                end,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                payout,
                refund,
                approvalId,
                why,
                returned);
    }

    /** Its latest step about money that came back. */
    Release back(State next, Returned line, Optional<String> why, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                orderNo,
                amount,
                next,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                payout,
                refund,
                approvalId,
                why,
                Optional.of(line));
    }

    Release reissued(PayoutId taker, Optional<String> approval, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                orderNo,
                amount,
                State.REISSUED,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                Optional.of(taker),
                refund,
                approval,
                reason,
                returned);
    }

    Release paid(PayoutId payer, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                orderNo,
                amount,
                State.PAID,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                Optional.of(payer),
                refund,
                approvalId,
                Optional.empty(),
                returned);
    }
}
