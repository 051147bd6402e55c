package io.coffer.command.refunds;

import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundFinding;
import java.time.Instant;
import java.util.Optional;

/**
 * What people settled of a refund by a channel's papers, or are about to.
 *
 * @param doubtfulSince when nobody knew for the first time, since the channel's last definite word
 * @param last how often somebody asked so far
 * @param open what waits for a second person
 * @param haveSettled whether they, and not the channel, said how it ended
 */
record Papers(
        Optional<Instant> doubtfulSince, int last, Optional<RefundResolutionRequested> open, boolean haveSettled) {

    static Papers none() {
        return new Papers(Optional.empty(), 0, Optional.empty(), false);
    }

    /** What is open about how it ended; not about a contradiction. */
    Optional<RefundResolutionRequested> openEnd() {
        return open.filter(asked -> asked.finding() instanceof RefundFinding.OfEnd);
    }

    Papers doubted(Instant at) {
        return new Papers(doubtfulSince.or(() -> Optional.of(at)), last, open, haveSettled);
    }

    /** The channel has said how it ended. */
    Papers known() {
        return new Papers(Optional.empty(), last, open, haveSettled);
    }

    Papers asked(RefundResolutionRequested request) {
        return new Papers(doubtfulSince, request.resolutionNo(), Optional.of(request), haveSettled);
    }

    Papers ended() {
        return new Papers(doubtfulSince, last, Optional.empty(), haveSettled);
    }

    Papers resolved(RefundResolved event) {
        return new Papers(
                doubtfulSince, last, Optional.empty(), haveSettled || event.finding() instanceof RefundFinding.OfEnd);
    }
}
