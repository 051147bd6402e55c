package io.coffer.query.receipts;

import io.coffer.api.receipts.SuspenseReason;
import io.coffer.platform.time.BusinessDates;
import io.coffer.query.receipts.ReceiptState.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when late money of a closed account goes back: the end of the business date after the one on which it was suspended
 * (T22). Nothing happens by itself then: two people decide about a return, and the work list says that they are late.
 */
final class ReturnDue {

    private ReturnDue() {}

    /** A return that fails is as urgent as before, and a wish to return does not buy time. */
    static Optional<Instant> of(Standing standing, Optional<Instant> known, Instant now) {
        return switch (standing.state()) {
            case SUSPENDED ->
                known.or(() -> standing.reason()
                        .filter(reason -> reason == SuspenseReason.ACCOUNT_CLOSED)
                        .map(_ -> endOfNextDate(now)));
            case ASSIGNED, RETURNING -> known;
            case POSSIBLE_TWIN,
                    MERGED,
                    RECORDED,
                    CONSUMED,
                    RETURNED,
                    REVERSED,
                    RETURN_NOTED,
                    RETURN_BOOKED,
                    OWN_TRANSFER -> Optional.empty();
        };
    }

    static Instant endOfNextDate(Instant suspendedAt) {
        return BusinessDates.startOf(BusinessDates.of(suspendedAt).plusDays(2));
    }
}
