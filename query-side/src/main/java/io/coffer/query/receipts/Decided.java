package io.coffer.query.receipts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.SuspenseReason;
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
import io.coffer.query.receipts.ReceiptState.Standing;
import io.coffer.query.receipts.ReceiptState.Status;
import io.coffer.query.receipts.ReceiptState.Wish;
import java.util.Optional;

/** What people decided about a receipt, worked into its state. */
final class Decided {

    /** A refund has it, or is to have it. */
    private static final String REFUND = "REFUND";

    private Decided() {}

    static ReceiptState after(ReceiptState before, VerdictEvent event) {
        var standing = before.standing();
        var idle = standing.wishing(Optional.empty());
        return switch (event) {
            case VerdictRequested e ->
                before.now(standing.wishing(Optional.of(
                        new Wish(e.verdictNo(), e.verdict().content().getFirst(), e.requestedBy(), Optional.empty()))));
            case VerdictRejected _, BankReceiptCorrectionFailed _ -> before.now(idle);
            // The account is asked; the wish stands until it has answered.
            case BankReceiptCorrecting _ -> before;
            case BankReceiptReturning e ->
                before.now(part(standing, e.part(), Status.RETURNING).by(e.payout()));
            case BankReceiptReturned e ->
                before.now(part(idle, e.part(), Status.RETURNED).by(e.payout()).split(taken(before), Money.ZERO));
            case BankReceiptReturnFailed e -> before.now(here(idle, e.part(), SuspenseReason.RETURN_REFUSED));
            case BankReceiptRestored e
            when e.part() == ReceiptPart.EXCESS -> before.now(standing.split(taken(before), e.amount()));
            case BankReceiptRestored e -> before.now(here(standing, e.part(), SuspenseReason.RETURN_CAME_BACK));
            case BankReceiptCorrected _ ->
                before.now(
                        here(idle, ReceiptPart.WHOLE, SuspenseReason.CORRECTED).split(Money.ZERO, Money.ZERO));
            case ExcessPromised e ->
                before.now(standing.wishing(
                        Optional.of(new Wish(e.verdictNo(), REFUND, e.requestedBy(), Optional.of(e.refund())))));
            // It takes it in a moment.
            case ExcessGranted _ -> before;
            case ExcessPromiseEnded _ -> before.now(idle);
            case ExcessTaken _ -> before.now(idle.split(taken(before), Money.ZERO));
            case BankReceiptCleared _ -> before.cleared().now(idle.withoutTwins());
            case BankReceiptReversed _ ->
                before.unconfirmed()
                        .cleared()
                        .now(idle.withoutTwins().now(Status.REVERSED, Optional.empty(), Optional.empty()));
        };
    }

    private static Money taken(ReceiptState before) {
        return before.standing().taken();
    }

    /** Excess leaves a receipt that stays credited. */
    private static Standing part(Standing standing, ReceiptPart part, Status next) {
        return part == ReceiptPart.WHOLE ? standing.now(next, Optional.empty(), Optional.empty()) : standing;
    }

    private static Standing here(Standing standing, ReceiptPart part, SuspenseReason reason) {
        return part == ReceiptPart.WHOLE
                ? standing.now(Status.SUSPENDED, Optional.empty(), Optional.of(reason))
                : standing;
    }
}
