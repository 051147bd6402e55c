package io.coffer.command.receipts;

import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import java.time.Instant;
import java.util.Optional;

/** Whose number it is. One aggregate per number and one owner per state: two owners cannot be written down. */
sealed interface NumberState {

    static NumberState initial() {
        return new Free();
    }

    default NumberState after(VirtualAccountEvent event) {
        return switch (event) {
            case VirtualAccountOwnerAssigned e -> new Owned(e.account());
            case ReceiptRouted _ -> this;
            case VirtualAccountQuarantined e -> new Quarantined(e.account(), e.until(), e.late());
        };
    }

    record Free() implements NumberState {}

    record Owned(ReceiptTarget account) implements NumberState {}

    record Quarantined(ReceiptTarget formerly, Instant until, Optional<SuspenseReason> late) implements NumberState {}
}
