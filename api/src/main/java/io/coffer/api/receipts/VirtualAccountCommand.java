package io.coffer.api.receipts;

import io.coffer.api.kernel.Command;
import java.util.Optional;

/** Every intent towards a virtual account number. */
public sealed interface VirtualAccountCommand extends Command {

    VirtualAccountId number();

    @Override
    default VirtualAccountId target() {
        return number();
    }

    /** Gives the number to one account; refused while another has it or the quarantine runs. */
    record AssignOwner(VirtualAccountId number, ReceiptTarget account) implements VirtualAccountCommand {}

    /** Asks whose money it is that arrived on this number. */
    record RouteReceipt(VirtualAccountId number, BankReceiptId receipt) implements VirtualAccountCommand {}

    /**
     * Takes the number away from its account and quarantines it.
     *
     * @param late why late money waits; absent: because of the quarantine
     */
    record QuarantineNumber(VirtualAccountId number, ReceiptTarget account, Optional<SuspenseReason> late)
            implements VirtualAccountCommand {}
}
