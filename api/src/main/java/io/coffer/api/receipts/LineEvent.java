package io.coffer.api.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.time.Instant;
import java.util.Optional;

/** What is known of the bank's lines that are no receipts. None of these posts: the object that books the line does. */
public sealed interface LineEvent extends ReceiptEvent {

    /** The bank told of the line; what it said of it, also the number by which it would find its account as a receipt. */
    sealed interface LineNoted extends LineEvent permits BankReturnNoted, OwnTransferNoted {

        Money amount();

        Optional<BankAccountRef> payer();

        Optional<String> remarkToken();

        Instant noticedAt();

        Optional<VirtualAccountId> virtualAccount();

        Optional<NumberDoubt> doubt();
    }

    /** A payout of ours came back by this line. */
    @StoredAs("receipts.BankReturnNoted")
    record BankReturnNoted(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            Optional<VirtualAccountId> virtualAccount,
            Optional<NumberDoubt> doubt)
            implements LineNoted {

        /** A line that names no number. */
        public BankReturnNoted(
                BankReceiptId receipt,
                Money amount,
                Optional<BankAccountRef> payer,
                Optional<String> remarkToken,
                Instant noticedAt) {
            this(receipt, amount, payer, remarkToken, noticedAt, Optional.empty(), Optional.empty());
        }
    }

    /**
     * This payout is to book the line as its return; no other one meanwhile.
     *
     * @param wasAsked whether whoever told it asked that payout himself; otherwise a policy does
     * @param number of the hand-over among those of the line, unless it is the first; asked once more, it keeps its number
     */
    @StoredAs("receipts.BankReturnHandedOver")
    record BankReturnHandedOver(
            BankReceiptId receipt, PayoutId payout, Money amount, boolean wasAsked, Optional<Integer> number)
            implements LineEvent {

        /** The first one of the line. */
        public BankReturnHandedOver(BankReceiptId receipt, PayoutId payout, Money amount, boolean wasAsked) {
            this(receipt, payout, amount, wasAsked, Optional.empty());
        }

        /** What the payout is asked by it. One answer is given: the payout takes the line, or the line learns that it does not. */
        public String question() {
            return receipt + "@" + ordinal();
        }

        public int ordinal() {
            return number.orElse(1);
        }
    }

    /** Mirror: the payout booked it. */
    @StoredAs("receipts.BankReturnBooked")
    record BankReturnBooked(BankReceiptId receipt, PayoutId payout) implements LineEvent {}

    /** The payout did not take it; the line waits for people, or for the bank to tell it again. */
    @StoredAs("receipts.BankReturnDeclined")
    record BankReturnDeclined(BankReceiptId receipt, PayoutId payout, String code) implements LineEvent {}

    /**
     * Money of the institution's own came in, or went to another of its accounts; it waits for its transfer.
     *
     * @param payee the account that it went to
     */
    @StoredAs("receipts.OwnTransferNoted")
    record OwnTransferNoted(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            Optional<VirtualAccountId> virtualAccount,
            Optional<NumberDoubt> doubt,
            Optional<BankAccountRef> payee)
            implements LineNoted {

        /** A line that names no number. */
        public OwnTransferNoted(
                BankReceiptId receipt,
                Money amount,
                Optional<BankAccountRef> payer,
                Optional<String> remarkToken,
                Instant noticedAt) {
            this(receipt, amount, payer, remarkToken, noticedAt, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
