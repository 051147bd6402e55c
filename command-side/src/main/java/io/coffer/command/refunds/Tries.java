package io.coffer.command.refunds;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a channel has put a refund off, since somebody last looked at it.
 *
 * @param before the calls that do not count any more
 * @param since the first call that counts
 * @param due when it is sent again; absent where that was not planned
 * @param exhausted whether somebody must look at it first
 */
record Tries(int before, Optional<Instant> since, Optional<Instant> due, boolean exhausted) {

    static Tries none() {
        return new Tries(0, Optional.empty(), Optional.empty(), false);
    }

    Tries submitted(Instant at) {
        return new Tries(before, since.or(() -> Optional.of(at)), Optional.empty(), false);
    }

    Tries planned(Instant at) {
        return new Tries(before, since, Optional.of(at), false);
    }

    Tries ended() {
        return new Tries(before, since, Optional.empty(), true);
    }

    /** Somebody looked at it: the count begins anew. */
    Tries renewed(int attempts) {
        return new Tries(attempts, Optional.empty(), Optional.empty(), false);
    }
}
