package io.coffer.query.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** All that is known of a payout. */
record PayoutState(
        PayoutId payout,
        PayoutSource from,
        Money amount,
        BankAccountRef payee,
        CustodyAccount custodyAccount,
        Status state,
        int attempts,
        int resolutionNo,
        Optional<String> coreNo,
        Optional<LocalDate> bankDate,
        Optional<String> reason,
        Optional<String> approvalId,
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
        FAILED
    }

    PayoutState now(Status next, Optional<String> why) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                next,
                attempts,
                resolutionNo,
                coreNo,
                bankDate,
                why,
                approvalId,
                createdAt,
                changedAt,
                createdPosition,
                version);
    }

    PayoutState attempted(int attempt) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                state,
                attempt,
                resolutionNo,
                coreNo,
                bankDate,
                reason,
                approvalId,
                createdAt,
                changedAt,
                createdPosition,
                version);
    }

    PayoutState resolving(int number) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                state,
                attempts,
                number,
                coreNo,
                bankDate,
                reason,
                approvalId,
                createdAt,
                changedAt,
                createdPosition,
                version);
    }

    PayoutState ended(Optional<String> bankSerial, Optional<LocalDate> date, Optional<String> approval) {
        return new PayoutState(
                payout,
                from,
                amount,
                payee,
                custodyAccount,
                state,
                attempts,
                resolutionNo,
                bankSerial,
                date,
                reason,
                approval,
                createdAt,
                changedAt,
                createdPosition,
                version);
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
                coreNo,
                bankDate,
                reason,
                approvalId,
                createdAt,
                now,
                createdPosition,
                sequence);
    }
}
