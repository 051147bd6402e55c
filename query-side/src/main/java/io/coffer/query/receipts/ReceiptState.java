package io.coffer.query.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a receipt.
 *
 * @param coreNo the bank's serial number, once it is known
 * @param line what the bank said; missing when the line was merged into another before it came
 * @param returnDue until when late money of a closed account must go back to its payer, until it has
 * @param conflicts how often the bank reported the same booking with another amount, since its statement confirmed one
 */
record ReceiptState(
        BankReceiptId receipt,
        Optional<String> coreNo,
        Optional<Line> line,
        Standing standing,
        int conflicts,
        Optional<Confirmation> confirmation,
        Optional<Instant> returnDue,
        Instant recordedAt,
        Instant changedAt,
        long recordedPosition,
        long version) {

    enum Status {
        POSSIBLE_TWIN,
        MERGED,
        RECORDED,
        ASSIGNED,
        SUSPENDED,
        CONSUMED,
        RETURNING,
        RETURNED,
        REVERSED,
        RETURN_NOTED,
        RETURN_BOOKED,
        OWN_TRANSFER
    }

    /**
     * The line as the bank reported it.
     *
     * @param payee the account of the institution's own to which the money went
     */
    record Line(
            Money amount,
            BookingPlace place,
            Optional<VirtualAccountId> virtualAccount,
            Optional<BankAccountRef> payer,
            Optional<String> remarkToken,
            Optional<BankAccountRef> payee) {}

    /**
     * What became of it.
     *
     * @param twins the receipts that may be, or are, the same money
     * @param wish what people decide about it
     * @param payout the latest that was to bring it back to its payer, or that came back by it
     * @param code why that payout did not take it
     * @param matchedBy how its account was found
     * @param candidates the accounts whose it may be, while it waits because there are several
     */
    record Standing(
            Status state,
            Optional<ReceiptTarget> account,
            Optional<SuspenseReason> reason,
            Money taken,
            Money excess,
            List<BankReceiptId> twins,
            Optional<Wish> wish,
            Optional<PayoutId> payout,
            Optional<String> code,
            Optional<MatchedBy> matchedBy,
            List<EscrowAccountId> candidates) {

        static Standing of(Status state, List<BankReceiptId> twins) {
            return new Standing(
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Money.ZERO,
                    Money.ZERO,
                    twins,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        Standing now(Status next, Optional<ReceiptTarget> target, Optional<SuspenseReason> why) {
            return new Standing(next, target, why, taken, excess, twins, wish, payout, code, matchedBy, candidates);
        }

        Standing split(Money credited, Money setApart) {
            return new Standing(
                    state, account, reason, credited, setApart, twins, wish, payout, code, matchedBy, candidates);
        }

        Standing withTwin(BankReceiptId twin) {
            return new Standing(
                    state, account, reason, taken, excess, List.of(twin), wish, payout, code, matchedBy, candidates);
        }

        Standing withoutTwins() {
            return new Standing(
                    state, account, reason, taken, excess, List.of(), wish, payout, code, matchedBy, candidates);
        }

        Standing wishing(Optional<Wish> next) {
            return new Standing(
                    state, account, reason, taken, excess, twins, next, payout, code, matchedBy, candidates);
        }

        Standing by(PayoutId number) {
            return new Standing(
                    state,
                    account,
                    reason,
                    taken,
                    excess,
                    twins,
                    wish,
                    Optional.of(number),
                    Optional.empty(),
                    matchedBy,
                    candidates);
        }

        Standing declined(String why) {
            return new Standing(
                    state,
                    account,
                    reason,
                    taken,
                    excess,
                    twins,
                    wish,
                    payout,
                    Optional.of(why),
                    matchedBy,
                    candidates);
        }

        Standing matched(Optional<MatchedBy> by) {
            return new Standing(state, account, reason, taken, excess, twins, wish, payout, code, by, List.of());
        }

        Standing among(List<EscrowAccountId> accounts) {
            return new Standing(
                    state, account, reason, taken, excess, twins, wish, payout, code, Optional.empty(), accounts);
        }
    }

    /**
     * Something that is asked for, and not decided or not carried out yet.
     *
     * @param refund which is to have the excess, and ends this wish with its own end
     */
    record Wish(int verdictNo, String verdict, String requestedBy, Optional<RefundId> refund) {}

    /**
     * The bank's statement has it.
     *
     * @param wasMissing whether no notice ever told of it
     */
    record Confirmation(StatementId statement, boolean wasMissing) {}

    ReceiptState now(Standing next) {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                next,
                conflicts,
                confirmation,
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState identified(String serial) {
        return new ReceiptState(
                receipt,
                Optional.of(serial),
                line,
                standing,
                conflicts,
                confirmation,
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState conflicting() {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                standing,
                conflicts + 1,
                confirmation,
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    /** Nothing about it is in doubt any more. */
    ReceiptState cleared() {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                standing.withoutTwins(),
                0,
                confirmation,
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    /** It was taken out of the books: what a statement said of it is no word about what may be booked next. */
    ReceiptState unconfirmed() {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                standing,
                conflicts,
                Optional.empty(),
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    /** What the bank said, once more and right this time. */
    ReceiptState bookedAgain(Line again) {
        return new ReceiptState(
                receipt,
                coreNo,
                Optional.of(again),
                standing,
                conflicts,
                confirmation,
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState confirmed(Confirmation by) {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                standing,
                0,
                Optional.of(by),
                returnDue,
                recordedAt,
                changedAt,
                recordedPosition,
                version);
    }

    ReceiptState at(Instant now, long sequence) {
        return new ReceiptState(
                receipt,
                coreNo,
                line,
                standing,
                conflicts,
                confirmation,
                ReturnDue.of(standing, returnDue, now),
                recordedAt,
                now,
                recordedPosition,
                sequence);
    }
}
