package io.coffer.api.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;

/** Every fact of a claimed key. */
public sealed interface ReceiptKeyEvent extends DomainEvent {

    ReceiptKeyId key();

    @Override
    default ReceiptKeyId source() {
        return key();
    }

    /** The booking of this key is the one that the weak receipt told us of. Posts nothing. */
    @StoredAs("receipts.ReceiptKeyClaimed")
    record ReceiptKeyClaimed(ReceiptKeyId key, BankReceiptId receipt) implements ReceiptKeyEvent {}
}
