package io.coffer.api.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/** Every fact of a bank receipt. */
public sealed interface ReceiptEvent extends DomainEvent {

    BankReceiptId receipt();

    @Override
    default BankReceiptId source() {
        return receipt();
    }

    /** Money arrived at a custody account (PR-102): the only place where this cash is booked. */
    @StoredAs("receipts.BankReceiptRecorded")
    record BankReceiptRecorded(
            BankReceiptId receipt,
            Money amount,
            Optional<VirtualAccountId> virtualAccount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt)
            implements ReceiptEvent {}

    /** The bank reported the same booking with another amount. Nothing is credited by it; somebody must ask the bank. */
    @StoredAs("receipts.BankReceiptConflict")
    record BankReceiptConflict(BankReceiptId receipt, Money recorded, Money claimed) implements ReceiptEvent {}

    /** The whole receipt is reserved for this account. Posts nothing. */
    @StoredAs("receipts.BankReceiptAssigned")
    record BankReceiptAssigned(BankReceiptId receipt, EscrowAccountId account, Money amount) implements ReceiptEvent {}

    /** The receipt waits in suspense. Posts nothing. */
    @StoredAs("receipts.BankReceiptSuspended")
    record BankReceiptSuspended(BankReceiptId receipt, SuspenseReason reason) implements ReceiptEvent {}

    /** The account refused; the receipt is in suspense again. Posts nothing. */
    @StoredAs("receipts.BankReceiptReleased")
    record BankReceiptReleased(BankReceiptId receipt, EscrowAccountId account, SuspenseReason reason, String code)
            implements ReceiptEvent {}

    /** Mirror: the account took the receipt. Posts nothing. */
    @StoredAs("receipts.BankReceiptConsumed")
    record BankReceiptConsumed(BankReceiptId receipt, EscrowAccountId account, Money taken, Money excess)
            implements ReceiptEvent {}
}
