package io.coffer.api.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.time.Instant;
import java.util.Optional;

/** Every fact of a virtual account number. */
public sealed interface VirtualAccountEvent extends DomainEvent {

    VirtualAccountId number();

    @Override
    default VirtualAccountId source() {
        return number();
    }

    /** The number belongs to one account from now on. */
    @StoredAs("receipts.VirtualAccountOwnerAssigned")
    record VirtualAccountOwnerAssigned(VirtualAccountId number, ReceiptTarget account) implements VirtualAccountEvent {}

    /** Money on this number belongs to the number's owner. Posts nothing. */
    @StoredAs("receipts.ReceiptRouted")
    record ReceiptRouted(VirtualAccountId number, BankReceiptId receipt, ReceiptTarget account)
            implements VirtualAccountEvent {}

    /**
     * The number has no owner until {@code until}; late money stays in suspense.
     *
     * @param late why it waits there; absent: because of the quarantine
     */
    @StoredAs("receipts.VirtualAccountQuarantined")
    record VirtualAccountQuarantined(
            VirtualAccountId number, ReceiptTarget account, Instant until, Optional<SuspenseReason> late)
            implements VirtualAccountEvent {}
}
