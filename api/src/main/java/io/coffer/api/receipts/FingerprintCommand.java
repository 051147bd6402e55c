package io.coffer.api.receipts;

import io.coffer.api.kernel.Command;
import java.util.Optional;

/** Every intent towards a fingerprint. */
public sealed interface FingerprintCommand extends Command {

    FingerprintId fingerprint();

    @Override
    default FingerprintId target() {
        return fingerprint();
    }

    /**
     * Asks, before a line is booked, whether it may be the same money as another line.
     *
     * @param isDecisive whether the bank's statement asks, which says how many bookings there really are
     */
    record RegisterTwin(
            FingerprintId fingerprint,
            BankReceiptId receipt,
            Optional<String> payer,
            Optional<VirtualAccountId> virtualAccount,
            boolean isDecisive)
            implements FingerprintCommand {}

    /** A weak receipt is identified, so nothing else can be its twin. */
    record CloseTwin(FingerprintId fingerprint, BankReceiptId receipt) implements FingerprintCommand {}
}
