package io.coffer.bank;

import java.time.LocalDate;

/** What has become of a payout number at the bank. */
sealed interface Outcome {

    /** The bank has no trace of it, or swallowed it. */
    record NotFound() implements Outcome {}

    /** Taken, and nothing decided. */
    record Pending() implements Outcome {}

    /** The money has left. */
    record Succeeded(String coreNo, LocalDate bankDate, String occurredAt) implements Outcome {}

    /** The money stays, for good. */
    record Refused(String code, String message, LocalDate bankDate, String occurredAt) implements Outcome {}
}
