package io.coffer.query.receipts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.StatementId;
import java.time.Instant;
import java.util.Optional;

/** What the bank announced for its day, and when all of it had come. */
record StatementState(
        StatementId statement,
        Money opening,
        Money closing,
        int count,
        Instant openedAt,
        Optional<Instant> completedAt,
        long openedPosition,
        long version) {

    StatementState completed(Instant at, long sequence) {
        return new StatementState(
                statement, opening, closing, count, openedAt, Optional.of(at), openedPosition, sequence);
    }
}
