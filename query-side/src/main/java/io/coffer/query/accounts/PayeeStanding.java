package io.coffer.query.accounts;

import io.coffer.api.accounts.Payee;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a party's money may go.
 *
 * @param effectiveFrom from when on, for an account that replaced another
 */
record PayeeStanding(Payee payee, Optional<Instant> effectiveFrom, Optional<Proposed> proposed) {

    /** Another account that waits for its approval. */
    record Proposed(int changeNo, Payee payee, String requestedBy, Instant at) {}

    PayeeStanding proposing(Proposed change) {
        return new PayeeStanding(payee, effectiveFrom, Optional.of(change));
    }

    PayeeStanding kept() {
        return new PayeeStanding(payee, effectiveFrom, Optional.empty());
    }
}
