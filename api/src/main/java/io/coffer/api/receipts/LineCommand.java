package io.coffer.api.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.time.Instant;
import java.util.Optional;

/** Lines of the bank that are no receipts: another object of ours books them. Their identity and claim are a receipt's. */
public sealed interface LineCommand extends ReceiptCommand {

    /**
     * The bank says that a payout of ours came back by this line.
     *
     * @param payout which one, as far as the bank says it
     * @param isAsked whether whoever tells it asks that payout at once; otherwise a policy does
     */
    record NoteReturn(
            BankReceiptId receipt,
            Money amount,
            Optional<PayoutId> payout,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            boolean isAsked,
            Optional<VirtualAccountId> virtualAccount,
            Optional<NumberDoubt> doubt)
            implements LineCommand {

        /** A line that names no number. */
        public NoteReturn(
                BankReceiptId receipt,
                Money amount,
                Optional<PayoutId> payout,
                Optional<BankAccountRef> payer,
                Optional<String> remarkToken,
                Instant noticedAt,
                boolean isAsked) {
            this(receipt, amount, payout, payer, remarkToken, noticedAt, isAsked, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The bank says that money of the institution's own came from another of its accounts, or went there.
     *
     * @param payee the account that it went to
     */
    record NoteOwnTransfer(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            Optional<VirtualAccountId> virtualAccount,
            Optional<NumberDoubt> doubt,
            Optional<BankAccountRef> payee)
            implements LineCommand {

        /** A line that names no number. */
        public NoteOwnTransfer(
                BankReceiptId receipt,
                Money amount,
                Optional<BankAccountRef> payer,
                Optional<String> remarkToken,
                Instant noticedAt) {
            this(receipt, amount, payer, remarkToken, noticedAt, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Somebody found out which payout came back, or wants it to be asked again. */
    record HandOverReturn(BankReceiptId receipt, PayoutId payout) implements LineCommand {}

    /** Mirrors that the payout booked its return. */
    record ConfirmReturnBooked(BankReceiptId receipt, PayoutId payout) implements LineCommand {}

    /** The payout says that it is none of its. */
    record DeclineReturn(BankReceiptId receipt, PayoutId payout, String code) implements LineCommand {}
}
