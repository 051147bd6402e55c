package io.coffer.api.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every fact of a bank receipt. */
public sealed interface ReceiptEvent extends DomainEvent
        permits ReceiptEvent.BankReceiptRecorded,
                ReceiptEvent.BankReceiptHeld,
                ReceiptEvent.BankReceiptIdentified,
                ReceiptEvent.BankReceiptMerged,
                ReceiptEvent.BankReceiptDoubled,
                ReceiptEvent.BankReceiptConfirmed,
                ReceiptEvent.BankReceiptConflict,
                ReceiptEvent.BankReceiptAssigned,
                ReceiptEvent.BankReceiptSuspended,
                ReceiptEvent.BankReceiptReleased,
                ReceiptEvent.BankReceiptConsumed,
                LineEvent,
                VerdictEvent {

    BankReceiptId receipt();

    @Override
    default BankReceiptId source() {
        return receipt();
    }

    /** Money arrived at a custody account (PR-102): the only place where this cash is booked. */
    @StoredAs("receipts.BankReceiptRecorded")
    record BankReceiptRecorded(
            BankReceiptId receipt,
            Money amount,
            Optional<VirtualAccountId> virtualAccount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            Optional<BookingPlace> place,
            Optional<NumberDoubt> doubt)
            implements ReceiptEvent {

        /** A line whose number, or that it has none, is plain. */
        public BankReceiptRecorded(
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

    /** The line may be the same money as one of {@code twins}: nothing is booked until the statement decides. Posts nothing. */
    @StoredAs("receipts.BankReceiptHeld")
    record BankReceiptHeld(
            BankReceiptId receipt,
            Money amount,
            Optional<VirtualAccountId> virtualAccount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Instant noticedAt,
            Optional<BookingPlace> place,
            List<BankReceiptId> twins)
            implements ReceiptEvent {
        public BankReceiptHeld {
            twins = List.copyOf(twins);
        }
    }

    /**
     * The bank's core number of a weak receipt is known. Posts nothing.
     *
     * @param payer the token of the payer's account number, by which twins were looked for
     */
    @StoredAs("receipts.BankReceiptIdentified")
    record BankReceiptIdentified(
            BankReceiptId receipt, String coreNo, BookingPlace place, Money amount, Optional<String> payer)
            implements ReceiptEvent {}

    /** The line is the same money as {@code into}; it is never booked by itself. Posts nothing. */
    @StoredAs("receipts.BankReceiptMerged")
    record BankReceiptMerged(BankReceiptId receipt, BankReceiptId into) implements ReceiptEvent {}

    /** One booking stands here under two identities, because two sources raced. People must undo one. Posts nothing. */
    @StoredAs("receipts.BankReceiptDoubled")
    record BankReceiptDoubled(BankReceiptId receipt, BankReceiptId twin) implements ReceiptEvent {}

    /**
     * The bank's statement has the line with this amount; what notices claimed otherwise is void. Posts nothing.
     *
     * @param wasMissing whether no notice ever told of it
     */
    @StoredAs("receipts.BankReceiptConfirmed")
    record BankReceiptConfirmed(BankReceiptId receipt, StatementId statement, Money amount, boolean wasMissing)
            implements ReceiptEvent {}

    /** The bank reported the same booking with another amount. Nothing is credited by it; somebody must ask the bank. */
    @StoredAs("receipts.BankReceiptConflict")
    record BankReceiptConflict(BankReceiptId receipt, Money recorded, Money claimed) implements ReceiptEvent {}

    /**
     * The whole receipt is reserved for this account. Posts nothing.
     *
     * @param custodyAccount of a weak receipt, whose identity does not say it
     * @param use what people know that it is for; absent: the account tells by its payer
     * @param matchedBy how it was found out
     */
    @StoredAs("receipts.BankReceiptAssigned")
    record BankReceiptAssigned(
            BankReceiptId receipt,
            ReceiptTarget account,
            Money amount,
            Optional<CustodyAccount> custodyAccount,
            Optional<BankAccountRef> payer,
            Optional<ReceiptUse> use,
            Optional<MatchedBy> matchedBy)
            implements ReceiptEvent {

        /** Where the money is. */
        public CustodyAccount where() {
            return receipt.place()
                    .map(BookingPlace::custodyAccount)
                    .or(() -> custodyAccount)
                    .orElseThrow();
        }
    }

    /**
     * The receipt waits in suspense. Posts nothing.
     *
     * @param candidates the accounts whose it may be, where there are several
     */
    @StoredAs("receipts.BankReceiptSuspended")
    record BankReceiptSuspended(
            BankReceiptId receipt, SuspenseReason reason, Optional<List<EscrowAccountId>> candidates)
            implements ReceiptEvent {
        public BankReceiptSuspended {
            candidates = candidates.map(List::copyOf);
        }

        public BankReceiptSuspended(BankReceiptId receipt, SuspenseReason reason) {
            this(receipt, reason, Optional.empty());
        }
    }

    /** The account refused; the receipt is in suspense again. Posts nothing. */
    @StoredAs("receipts.BankReceiptReleased")
    record BankReceiptReleased(BankReceiptId receipt, ReceiptTarget account, SuspenseReason reason, String code)
            implements ReceiptEvent {}

    /** Mirror: the account took the receipt. Posts nothing. */
    @StoredAs("receipts.BankReceiptConsumed")
    record BankReceiptConsumed(BankReceiptId receipt, ReceiptTarget account, Money taken, Money excess)
            implements ReceiptEvent {}
}
