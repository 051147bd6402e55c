package io.coffer.command.receipts;

import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.VerdictEvent;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrectionFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturnFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import java.util.Optional;

/**
 * What people decide about a receipt: one thing at a time, from the wish to its end. So money that is on its way to the payer
 * cannot be taken back from an account as well.
 *
 * @param last the number of the latest wish
 * @param asked the wish that nobody has decided
 * @param returning the payout that has the money, until it ends
 * @param correcting the correction that the account has not answered
 * @param returned the latest payout that reached the payer
 * @param hasExcessGone whether the account was told that its excess went back; it does not hear of it again
 * @param promises of the excess to refunds
 */
record Verdicts(
        int last,
        Optional<VerdictRequested> asked,
        Optional<BankReceiptReturning> returning,
        Optional<BankReceiptCorrecting> correcting,
        Optional<PayoutId> returned,
        boolean hasExcessGone,
        Promises promises) {

    static Verdicts none() {
        return new Verdicts(
                0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Promises.none());
    }

    /** Whether something is undecided or not carried out yet. */
    boolean isOpen() {
        return asked.isPresent()
                || returning.isPresent()
                || correcting.isPresent()
                || promises.open().isPresent();
    }

    boolean isAsked(int number, ReceiptVerdict verdict) {
        return asked.filter(wish -> wish.verdictNo() == number && wish.verdict().equals(verdict))
                .isPresent();
    }

    boolean isAsked(int number) {
        return asked.filter(wish -> wish.verdictNo() == number).isPresent();
    }

    /** Which part this payout has, while it has it. */
    Optional<BankReceiptReturning> returningBy(PayoutId payout) {
        return returning.filter(taken -> taken.payout().equals(payout));
    }

    Verdicts after(VerdictEvent event) {
        return switch (event) {
            case VerdictRequested e -> busy(e.verdictNo(), Optional.of(e), Optional.empty(), Optional.empty());
            case BankReceiptReturning e -> busy(last, Optional.empty(), Optional.of(e), Optional.empty());
            case BankReceiptCorrecting e -> busy(last, Optional.empty(), Optional.empty(), Optional.of(e));
            case BankReceiptReturned e ->
                idle(Optional.of(e.payout()), hasExcessGone || e.part() == ReceiptPart.EXCESS);
            case VerdictRejected _,
                    BankReceiptReturnFailed _,
                    BankReceiptCorrected _,
                    BankReceiptCorrectionFailed _,
                    BankReceiptCleared _,
                    BankReceiptReversed _ -> idle(returned, hasExcessGone);
            case ExcessPromised e ->
                busy(e.verdictNo(), Optional.empty(), Optional.empty(), Optional.empty())
                        .with(promises.with(e));
            case ExcessGranted e -> with(promises.with(e));
            case ExcessPromiseEnded _ -> with(promises.ended());
            case ExcessTaken e -> idle(returned, true).with(promises.with(e));
            // What else people decide meanwhile is not touched.
            case BankReceiptRestored _ ->
                new Verdicts(last, asked, returning, correcting, Optional.empty(), hasExcessGone, promises);
        };
    }

    private Verdicts busy(
            int number,
            Optional<VerdictRequested> wish,
            Optional<BankReceiptReturning> payout,
            Optional<BankReceiptCorrecting> correction) {
        return new Verdicts(number, wish, payout, correction, returned, hasExcessGone, promises);
    }

    private Verdicts idle(Optional<PayoutId> payout, boolean gone) {
        return new Verdicts(last, Optional.empty(), Optional.empty(), Optional.empty(), payout, gone, promises);
    }

    private Verdicts with(Promises next) {
        return new Verdicts(last, asked, returning, correcting, returned, hasExcessGone, next);
    }
}
