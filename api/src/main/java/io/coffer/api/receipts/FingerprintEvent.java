package io.coffer.api.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.util.List;
import java.util.Optional;

/** Every fact of a fingerprint. None of them posts. */
public sealed interface FingerprintEvent extends DomainEvent {

    FingerprintId fingerprint();

    @Override
    default FingerprintId source() {
        return fingerprint();
    }

    /** The line has no twin, so it may be booked. */
    @StoredAs("receipts.TwinExcluded")
    record TwinExcluded(
            FingerprintId fingerprint,
            BankReceiptId receipt,
            Optional<String> payer,
            Optional<VirtualAccountId> virtualAccount)
            implements FingerprintEvent {}

    /** The line is the same money as one weak receipt, which is thereby identified. It is not booked once more. */
    @StoredAs("receipts.TwinIdentified")
    record TwinIdentified(FingerprintId fingerprint, BankReceiptId receipt, BankReceiptId twin)
            implements FingerprintEvent {}

    /** The line may be the same money as one of these. Nothing is booked for it until the statement decides. */
    @StoredAs("receipts.TwinSuspected")
    record TwinSuspected(
            FingerprintId fingerprint,
            BankReceiptId receipt,
            Optional<String> payer,
            Optional<VirtualAccountId> virtualAccount,
            List<BankReceiptId> twins)
            implements FingerprintEvent {
        public TwinSuspected {
            twins = List.copyOf(twins);
        }
    }

    /** The weak receipt is nobody's twin any more. */
    @StoredAs("receipts.TwinClosed")
    record TwinClosed(FingerprintId fingerprint, BankReceiptId receipt) implements FingerprintEvent {}
}
