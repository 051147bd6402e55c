package io.coffer.api.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/** Every intent towards a bank receipt. */
public sealed interface ReceiptCommand extends Command {

    BankReceiptId receipt();

    @Override
    default BankReceiptId target() {
        return receipt();
    }

    /** The bank says that money arrived. A repeat changes nothing. */
    record RecordReceipt(
            BankReceiptId receipt,
            Money amount,
            Optional<VirtualAccountId> virtualAccount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt)
            implements ReceiptCommand {}

    /** Reserves the whole receipt for one account. */
    record AssignReceipt(BankReceiptId receipt, EscrowAccountId account) implements ReceiptCommand {}

    /** Keeps the receipt in suspense. */
    record SuspendReceipt(BankReceiptId receipt, SuspenseReason reason) implements ReceiptCommand {}

    /** Ends the reservation because the account refused. */
    record ReleaseReceipt(BankReceiptId receipt, EscrowAccountId account, SuspenseReason reason, String code)
            implements ReceiptCommand {}

    /** Mirrors that the account took the receipt. */
    record ConsumeReceipt(BankReceiptId receipt, EscrowAccountId account, Money taken, Money excess)
            implements ReceiptCommand {}
}
