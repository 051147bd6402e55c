package io.coffer.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has become of a payout number at the bank. */
sealed interface Outcome {

    /** The bank has no trace of it, or swallowed it. */
    record NotFound() implements Outcome {}

    /** Taken, and nothing decided. */
    record Pending() implements Outcome {}

    /** The money has left: under a core number, unless a channel took it out of what it owes us. */
    record Succeeded(@Nullable String coreNo, LocalDate bankDate, String occurredAt) implements Outcome {}

    /** The money stays, for good unless the failure is retryable. */
    record Refused(Failure failure, String code, String message, LocalDate bankDate, String occurredAt)
            implements Outcome {}
}
