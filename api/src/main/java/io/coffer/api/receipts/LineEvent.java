package io.coffer.api.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.time.Instant;
import java.util.Optional;

/** What is known of the bank's lines that are no receipts. None of these posts: the object that books the line does. */
public sealed interface LineEvent extends ReceiptEvent {

    /** The bank told of the line; what it said of it. */
    sealed interface LineNoted extends LineEvent permits BankReturnNoted, OwnTransferNoted {

        Money amount();

        Optional<BankAccountRef> payer();

        Optional<String> remarkToken();

        Instant noticedAt();
    }

    /** A payout of ours came back by this line. */
    @StoredAs("receipts.BankReturnNoted")
    record BankReturnNoted(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt)
            implements LineNoted {}

    /**
     * This payout is to book the line as its return; no other one meanwhile.
     *
     * @param wasAsked whether whoever told it asked that payout himself; otherwise a policy does
     */
    @StoredAs("receipts.BankReturnHandedOver")
    record BankReturnHandedOver(BankReceiptId receipt, PayoutId payout, Money amount, boolean wasAsked)
            implements LineEvent {}

    /** Mirror: the payout booked it. */
    @StoredAs("receipts.BankReturnBooked")
    record BankReturnBooked(BankReceiptId receipt, PayoutId payout) implements LineEvent {}

    /** The payout did not take it; the line waits for people, or for the bank to tell it again. */
    @StoredAs("receipts.BankReturnDeclined")
    record BankReturnDeclined(BankReceiptId receipt, PayoutId payout, String code) implements LineEvent {}

    /** Money of the institution's own came in; it waits for its transfer. */
    @StoredAs("receipts.OwnTransferNoted")
    record OwnTransferNoted(
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt)
            implements LineNoted {}
}
