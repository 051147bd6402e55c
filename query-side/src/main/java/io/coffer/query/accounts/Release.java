package io.coffer.query.accounts;

import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.time.Instant;
import java.util.Optional;

/** One request to pay money out, and what became of it. */
record Release(
        String releaseNo,
        String partyId,
        Money amount,
        State state,
        String requestedBy,
        int checkersRequired,
        Instant requestedAt,
        Instant changedAt,
        Optional<PayoutId> payout,
        Optional<String> approvalId,
        Optional<String> reason,
        Optional<Returned> returned) {

    enum State {
        /** Asked for, not decided. */
        REQUESTED,
        /** Promised to its payout. */
        APPROVED,
        PAID,
        /** The bank paid and gave it back; waits for a decision. */
        RETURNED,
        /** Somebody wants it paid again. */
        REISSUE_REQUESTED,
        /** Promised to its next payout. */
        REISSUED,
        /** Given back, and available in the account again. */
        RESTORED,
        FAILED,
        REJECTED
    }

    Release approved(PayoutId taker, Optional<String> approval, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                amount,
                State.APPROVED,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                Optional.of(taker),
                approval,
                reason,
                returned);
    }

    Release ended(State end, Optional<String> why, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                amount,
                end,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                payout,
                approvalId,
                why,
                returned);
    }

    /** Its latest step about money that came back. */
    Release back(State next, Returned line, Optional<String> why, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                amount,
                next,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                payout,
                approvalId,
                why,
                Optional.of(line));
    }

    Release reissued(PayoutId taker, Optional<String> approval, Instant at) {
        return new Release(
                releaseNo,
                partyId,
                amount,
                State.REISSUED,
                requestedBy,
                checkersRequired,
                requestedAt,
                at,
                Optional.of(taker),
                approval,
                reason,
                returned);
    }
}
