package io.coffer.api.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every intent towards a bank receipt. */
public sealed interface ReceiptCommand extends Command
        permits ReceiptCommand.RecordReceipt,
                ReceiptCommand.HoldReceipt,
                ReceiptCommand.BookHeldReceipt,
                ReceiptCommand.IdentifyReceipt,
                ReceiptCommand.MergeReceipt,
                ReceiptCommand.ReportDouble,
                ReceiptCommand.ConfirmReceipt,
                ReceiptCommand.AssignReceipt,
                ReceiptCommand.SuspendReceipt,
                ReceiptCommand.ReleaseReceipt,
                ReceiptCommand.ConsumeReceipt,
                LineCommand,
                VerdictCommand {

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
            Instant noticedAt,
            Optional<BookingPlace> place,
            Optional<NumberDoubt> doubt)
            implements ReceiptCommand {
        public RecordReceipt {
            var _ = receipt.incoming();
        }

        /** A line whose number, or that it has none, is plain. */
        public RecordReceipt(
                BankReceiptId receipt,
                Money amount,
                Optional<VirtualAccountId> virtualAccount,
                Optional<BankAccountRef> payer,
                Optional<String> remarkToken,
                Instant noticedAt,
                Optional<BookingPlace> place) {
            this(receipt, amount, virtualAccount, payer, remarkToken, noticedAt, place, Optional.empty());
        }

        /** Where the bank booked the line; a weak identity does not say it. */
        public BookingPlace where() {
            return receipt.place().or(() -> place).orElseThrow();
        }
    }

    /** The line may be the same money as another one: it is kept, and nothing is booked. */
    record HoldReceipt(RecordReceipt notice, List<BankReceiptId> twins) implements ReceiptCommand {
        public HoldReceipt {
            twins = List.copyOf(twins);
        }

        @Override
        public BankReceiptId receipt() {
            return notice.receipt();
        }
    }

    /** The bank's statement has a booking of its own for a line that was held. */
    record BookHeldReceipt(BankReceiptId receipt) implements ReceiptCommand {}

    /** The bank's core number of a weak receipt is known. */
    record IdentifyReceipt(BankReceiptId receipt, String coreNo) implements ReceiptCommand {}

    /** The line is the same money as another receipt; it is never booked by itself. */
    record MergeReceipt(BankReceiptId receipt, BankReceiptId into) implements ReceiptCommand {}

    /** One booking was booked under two identities: people must undo one. */
    record ReportDouble(BankReceiptId receipt, BankReceiptId twin) implements ReceiptCommand {}

    /**
     * The bank's statement has the line.
     *
     * @param wasMissing whether no notice ever told of it
     */
    record ConfirmReceipt(BankReceiptId receipt, StatementId statement, Money amount, boolean wasMissing)
            implements ReceiptCommand {}

    /**
     * Reserves the whole receipt for one account.
     *
     * @param use what people know that it is for; absent: the account tells by its payer
     * @param matchedBy how it was found out
     */
    record AssignReceipt(BankReceiptId receipt, ReceiptTarget account, Optional<ReceiptUse> use, MatchedBy matchedBy)
            implements ReceiptCommand {

        public static AssignReceipt byNumber(BankReceiptId receipt, ReceiptTarget account) {
            return new AssignReceipt(receipt, account, Optional.empty(), MatchedBy.NUMBER);
        }

        public static AssignReceipt byChannel(BankReceiptId receipt, ReceiptTarget account) {
            return new AssignReceipt(receipt, account, Optional.empty(), MatchedBy.CHANNEL);
        }

        public static AssignReceipt byPeople(BankReceiptId receipt, ReceiptTarget account) {
            return byPeople(receipt, account, Optional.empty());
        }

        public static AssignReceipt byPeople(BankReceiptId receipt, ReceiptTarget account, Optional<ReceiptUse> use) {
            return new AssignReceipt(receipt, account, use, MatchedBy.PEOPLE);
        }
    }

    /**
     * Keeps the receipt in suspense.
     *
     * @param candidates the accounts whose it may be, where there are several
     */
    record SuspendReceipt(BankReceiptId receipt, SuspenseReason reason, List<EscrowAccountId> candidates)
            implements ReceiptCommand {
        public SuspendReceipt {
            candidates = List.copyOf(candidates);
        }

        public SuspendReceipt(BankReceiptId receipt, SuspenseReason reason) {
            this(receipt, reason, List.of());
        }
    }

    /** Ends the reservation because the account refused. */
    record ReleaseReceipt(BankReceiptId receipt, ReceiptTarget account, SuspenseReason reason, String code)
            implements ReceiptCommand {}

    /** Mirrors that the account took the receipt. */
    record ConsumeReceipt(BankReceiptId receipt, ReceiptTarget account, Money taken, Money excess)
            implements ReceiptCommand {}
}
