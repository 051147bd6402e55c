package io.coffer.api.receipts;

import io.coffer.api.kernel.Command;

/** Every intent towards the bank's key of a booking. */
public sealed interface ReceiptKeyCommand extends Command {

    ReceiptKeyId key();

    @Override
    default ReceiptKeyId target() {
        return key();
    }

    /** Claims the key for a weak receipt that was identified with it. */
    record ClaimReceiptKey(ReceiptKeyId key, BankReceiptId receipt) implements ReceiptKeyCommand {}
}
