package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptKeyId;
import java.util.Optional;

/** What is known at this moment about receipts under all their identities. */
interface Identities {

    ReceiptState receipt(BankReceiptId id);

    FingerprintState fingerprint(FingerprintId id);

    /** The weak receipt that was identified with this key, if one was. */
    Optional<BankReceiptId> claimantOf(ReceiptKeyId key);
}
