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
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.refunds.RefundId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What people decide about a receipt: one thing at a time, from the wish to its end. So money that is on its way to the payer
 * cannot be taken back from an account as well.
 *
 * @param last the number of the latest wish
 * @param asked the wish that nobody has decided
 * @param returning the payout that has the money, until it ends
 * @param correcting the correction that the account has not answered
 * @param promised the refund that is to take the excess, until it has or will not
 * @param returned the latest payout that reached the payer
 * @param hasExcessGone whether the account was told that its excess went back; it does not hear of it again
 * @param refunds that the excess was ever promised to: each gets it once
 */
record Verdicts(
        int last,
        Optional<VerdictRequested> asked,
        Optional<BankReceiptReturning> returning,
        Optional<BankReceiptCorrecting> correcting,
        Optional<ExcessPromised> promised,
        Optional<PayoutId> returned,
        boolean hasExcessGone,
        Set<RefundId> refunds) {

    Verdicts {
        refunds = Set.copyOf(refunds);
    }

    static Verdicts none() {
        return new Verdicts(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of());
    }

    /** Whether something is undecided or not carried out yet. */
    boolean isOpen() {
        return asked.isPresent() || returning.isPresent() || correcting.isPresent() || promised.isPresent();
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

    /** What this refund is to take, while it has not. */
    Optional<ExcessPromised> promisedTo(RefundId refund) {
        return promised.filter(promise -> promise.refund().equals(refund));
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
                    BankReceiptReversed _,
                    ExcessPromiseEnded _ -> idle(returned, hasExcessGone);
            case ExcessPromised e -> {
                var known = new HashSet<>(refunds);
                known.add(e.refund());
                yield new Verdicts(
                        e.verdictNo(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(e),
                        returned,
                        hasExcessGone,
                        known);
            }
            case ExcessTaken _ -> idle(returned, true);
            // What else people decide meanwhile is not touched.
            case BankReceiptRestored _ ->
                new Verdicts(last, asked, returning, correcting, promised, Optional.empty(), hasExcessGone, refunds);
        };
    }

    private Verdicts busy(
            int number,
            Optional<VerdictRequested> wish,
            Optional<BankReceiptReturning> payout,
            Optional<BankReceiptCorrecting> correction) {
        return new Verdicts(number, wish, payout, correction, Optional.empty(), returned, hasExcessGone, refunds);
    }

    private Verdicts idle(Optional<PayoutId> payout, boolean gone) {
        return new Verdicts(
                last, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), payout, gone, refunds);
    }
}
