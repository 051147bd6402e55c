package io.coffer.query.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.util.Optional;

/** All that is known of a receipt. */
record ReceiptState(
        BankReceiptId receipt,
        String coreNo,
        Money amount,
        Status state,
        Optional<VirtualAccountId> virtualAccount,
        Optional<BankAccountRef> payer,
        Optional<String> remarkToken,
        Optional<EscrowAccountId> account,
        Optional<SuspenseReason> reason,
        Money taken,
        Money excess,
        int conflicts,
        Instant recordedAt,
        Instant changedAt,
        long recordedPosition,
        long version) {

    enum Status {
        RECORDED,
        ASSIGNED,
        SUSPENDED,
        CONSUMED
    }

    ReceiptState now(Status next, Optional<EscrowAccountId> target, Optional<SuspenseReason> why) {
        return new ReceiptState(
                receipt,
                coreNo,
                amount,
                next,
                virtualAccount,
                payer,
                remarkToken,
                target,
                why,
                taken,
                excess,
                conflicts,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState split(Money credited, Money setApart) {
        return new ReceiptState(
                receipt,
                coreNo,
                amount,
                state,
                virtualAccount,
                payer,
                remarkToken,
                account,
                reason,
                credited,
                setApart,
                conflicts,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState conflicting() {
        return new ReceiptState(
                receipt,
                coreNo,
                amount,
                state,
                virtualAccount,
                payer,
                remarkToken,
                account,
                reason,
                taken,
                excess,
                conflicts + 1,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState at(Instant now, long sequence) {
        return new ReceiptState(
                receipt,
                coreNo,
                amount,
                state,
                virtualAccount,
                payer,
                remarkToken,
                account,
                reason,
                taken,
                excess,
                conflicts,
                recordedAt,
                now,
                recordedPosition,
                sequence);
    }
}
