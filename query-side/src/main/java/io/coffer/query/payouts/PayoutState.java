package io.coffer.query.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** All that is known of a payout: the instruction, which never changes, and how far it got. */
record PayoutState(
        PayoutId payout,
        PayoutSource from,
        Money amount,
        BankAccountRef payee,
        CustodyAccount custodyAccount,
        Status state,
        int attempts,
        int resolutionNo,
        Optional<Ending> ending,
        Optional<Return> returned,
        Optional<Instant> unknownSince,
        Optional<String> reason,
        Instant createdAt,
        Instant changedAt,
        long createdPosition,
        long version) {

    enum Status {
        CREATED,
        SUBMITTING,
        SUBMITTED,
        UNKNOWN,
        NOT_FOUND,
        SUCCEEDED,
        FAILED,
        RETURNED
    }

    /** How it ended, and whose approval said so if the bank did not. */
    record Ending(Optional<String> coreNo, Optional<LocalDate> bankDate, Optional<String> approvalId) {}

    /** The bank line by which the money came back, or by which the bank says so while it is not booked. */
    record Return(String receipt, LocalDate bankDate) {}

    PayoutState now(Status next, Optional<String> why) {
        return with(next, attempts, resolutionNo, ending, returned, unknownSince, why);
    }

    PayoutState unknown(Status next, Optional<String> why, Instant at) {
        return with(next, attempts, resolutionNo, ending, returned, unknownSince.or(() -> Optional.of(at)), why);
    }

    PayoutState attempted(int attempt) {
        return with(state, attempt, resolutionNo, ending, returned, unknownSince, reason);
    }

    PayoutState resolving(int number) {
        return with(state, attempts, number, ending, returned, unknownSince, reason);
    }

    PayoutState ended(Ending how) {
        return with(state, attempts, resolutionNo, Optional.of(how), returned, unknownSince, reason);
    }

    PayoutState told(Return line) {
        return with(state, attempts, resolutionNo, ending, Optional.of(line), unknownSince, reason);
    }

    PayoutState at(Instant now, long sequence) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                state,
                attempts,
                resolutionNo,
                ending,
                returned,
                unknownSince,
                reason,
                createdAt,
                now,
                createdPosition,
                sequence);
    }

    @SuppressWarnings("TooManyParameters") // What changes, apart from what stays.
    private PayoutState with(
            Status next,
            int attempt,
            int resolution,
            Optional<Ending> how,
            Optional<Return> line,
            Optional<Instant> since,
            Optional<String> why) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                next,
                attempt,
                resolution,
                how,
                line,
                since,
                why,
                createdAt,
                changedAt,
                createdPosition,
                version);
    }
}
