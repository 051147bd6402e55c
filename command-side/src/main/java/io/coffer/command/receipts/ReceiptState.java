package io.coffer.command.receipts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.LineEvent;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.LineNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptHeld;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptIdentified;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptMerged;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptTarget;
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
 * What a receipt's history adds up to.
 *
 * @param facts what the bank said of the line; missing when it was merged before it was known here
 * @param coreNo the bank's core number that a weak receipt was identified with
 * @param isConfirmed whether the bank's statement has it
 * @param promised the account that two people decided to have it next, until anything else happens to it
 * @param taken what its account expected of it
 * @param excess what its account did not expect of it, and is still here
 * @param handOver the payout that is to book the line, or has booked it, as its return
 */
record ReceiptState(
        Stage stage,
        Optional<BankReceiptRecorded> facts,
        Optional<ReceiptTarget> account,
        Doubts doubts,
        Optional<String> coreNo,
        boolean isConfirmed,
        Optional<ReceiptTarget> promised,
        Money taken,
        Money excess,
        Verdicts verdicts,
        HandOver handOver) {

    enum Stage {
        UNKNOWN,
        POSSIBLE_TWIN,
        MERGED,
        RECORDED,
        SUSPENDED,
        ASSIGNED,
        CONSUMED,
        RETURNING,
        RETURNED,
        /** Two people took the booking out of the books. */
        REVERSED,
        /** It is no receipt: a payout of ours came back by it, which that payout is to book. */
        RETURN_NOTED,
        /** Its payout booked it. */
        RETURN_BOOKED,
        /** It is no receipt but money of the institution's own. */
        OWN_TRANSFER
    }

    static ReceiptState initial() {
        return new ReceiptState(
                Stage.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Doubts.none(),
                Optional.empty(),
                false,
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                Verdicts.none(),
                HandOver.none());
    }

    boolean exists() {
        return stage != Stage.UNKNOWN;
    }

    /** Whether its cash is, or was, in the books: then there is one line of the bank for it. */
    boolean isBooked() {
        return switch (stage) {
            case UNKNOWN, POSSIBLE_TWIN, MERGED, REVERSED, RETURN_NOTED, RETURN_BOOKED, OWN_TRANSFER -> false;
            case RECORDED, SUSPENDED, ASSIGNED, CONSUMED, RETURNING, RETURNED -> true;
        };
    }

    /** Whether another object of ours books the line. */
    boolean isBookedElsewhere() {
        return stage == Stage.RETURN_NOTED || stage == Stage.RETURN_BOOKED || stage == Stage.OWN_TRANSFER;
    }

    /** Whether the bank's statement must have it. */
    boolean isLineOfBank() {
        return isBooked() || isBookedElsewhere();
    }

    Money amount() {
        return facts.map(BankReceiptRecorded::amount).orElse(Money.ZERO);
    }

    CustodyAccount custodyAccount() {
        return facts.orElseThrow().where().custodyAccount();
    }

    boolean isContested() {
        return !doubts.isEmpty();
    }

    /** The payout that books the line, or that has not said yet that it does not. */
    Optional<PayoutId> payout() {
        return handOver.payout();
    }

    boolean isReservedFor(ReceiptTarget taker) {
        return stage == Stage.ASSIGNED && account.filter(taker::equals).isPresent();
    }

    boolean isPromisedTo(ReceiptTarget taker) {
        return promised.filter(taker::equals).isPresent();
    }

    boolean wasTakenBy(ReceiptTarget taker) {
        return stage == Stage.CONSUMED && account.filter(taker::equals).isPresent();
    }

    ReceiptState after(ReceiptEvent event) {
        return switch (event) {
            case BankReceiptRecorded e -> with(Optional.of(e)).at(Stage.RECORDED, Optional.empty());
            case BankReceiptHeld e -> with(Optional.of(facts(e))).at(Stage.POSSIBLE_TWIN, Optional.empty());
            case BankReceiptIdentified e ->
                new ReceiptState(
                        stage,
                        facts,
                        account,
                        doubts,
                        Optional.of(e.coreNo()),
                        isConfirmed,
                        promised,
                        taken,
                        excess,
                        verdicts,
                        handOver);
            case BankReceiptMerged _ -> at(Stage.MERGED, Optional.empty());
            case BankReceiptDoubled e -> with(doubts.withTwin(e.twin()), isConfirmed);
            case BankReceiptConfirmed _ -> with(doubts.withoutClaims(), true);
            case BankReceiptConflict e -> with(doubts.with(e.claimed()), isConfirmed);
            case BankReceiptAssigned e -> at(Stage.ASSIGNED, Optional.of(e.account()));
            case BankReceiptSuspended _ -> at(Stage.SUSPENDED, Optional.empty());
            case BankReceiptReleased _ -> at(Stage.SUSPENDED, Optional.empty());
            case BankReceiptConsumed e ->
                at(Stage.CONSUMED, Optional.of(e.account())).split(e.taken(), e.excess());
            case LineEvent e -> noted(e);
            case VerdictEvent e -> with(verdicts.after(e)).decided(e);
        };
    }

    private ReceiptState noted(LineEvent event) {
        return switch (event) {
            case BankReturnNoted e -> with(Optional.of(facts(e))).at(Stage.RETURN_NOTED, Optional.empty());
            case OwnTransferNoted e -> with(Optional.of(facts(e))).at(Stage.OWN_TRANSFER, Optional.empty());
            case BankReturnHandedOver e -> with(handOver.after(e));
            case BankReturnDeclined _ -> with(handOver.declined());
            case BankReturnBooked e -> at(Stage.RETURN_BOOKED, Optional.empty()).with(handOver.booked(e.payout()));
        };
    }

    private ReceiptState decided(VerdictEvent event) {
        return switch (event) {
            case BankReceiptReturning e when e.part() == ReceiptPart.WHOLE -> at(Stage.RETURNING, Optional.empty());
            case BankReceiptReturned e when e.part() == ReceiptPart.WHOLE -> at(Stage.RETURNED, Optional.empty());
            case BankReceiptReturned _ -> split(taken, Money.ZERO);
            case BankReceiptReturnFailed e when e.part() == ReceiptPart.WHOLE -> at(Stage.SUSPENDED, Optional.empty());
            case BankReceiptRestored e when e.part() == ReceiptPart.WHOLE -> at(Stage.SUSPENDED, Optional.empty());
            case BankReceiptRestored e -> split(taken, e.amount());
            case BankReceiptCorrected e ->
                at(Stage.SUSPENDED, Optional.empty())
                        .split(Money.ZERO, Money.ZERO)
                        .promisedTo(e.to().filter(_ -> doubts.isEmpty()));
            case ExcessTaken _ -> split(taken, Money.ZERO);
            case BankReceiptCleared _ -> with(Doubts.none(), isConfirmed);
            case BankReceiptReversed _ -> with(Doubts.none(), false).at(Stage.REVERSED, Optional.empty());
            case BankReceiptReturning _,
                    BankReceiptReturnFailed _,
                    VerdictRequested _,
                    VerdictRejected _,
                    BankReceiptCorrecting _,
                    BankReceiptCorrectionFailed _,
                    ExcessPromised _,
                    ExcessGranted _,
                    ExcessPromiseEnded _ -> this;
        };
    }

    private ReceiptState at(Stage next, Optional<ReceiptTarget> taker) {
        return new ReceiptState(
                next, facts, taker, doubts, coreNo, isConfirmed, Optional.empty(), taken, excess, verdicts, handOver);
    }

    private ReceiptState with(Optional<BankReceiptRecorded> line) {
        return new ReceiptState(
                stage, line, account, doubts, coreNo, isConfirmed, promised, taken, excess, verdicts, handOver);
    }

    /** A doubt ends a promise for good: when it is cleared, people say anew whose money it is. */
    private ReceiptState with(Doubts next, boolean confirmed) {
        return new ReceiptState(
                stage,
                facts,
                account,
                next,
                coreNo,
                confirmed,
                promised.filter(_ -> next.isEmpty()),
                taken,
                excess,
                verdicts,
                handOver);
    }

    private ReceiptState with(Verdicts next) {
        return new ReceiptState(
                stage, facts, account, doubts, coreNo, isConfirmed, promised, taken, excess, next, handOver);
    }

    private ReceiptState split(Money expected, Money setApart) {
        return new ReceiptState(
                stage, facts, account, doubts, coreNo, isConfirmed, promised, expected, setApart, verdicts, handOver);
    }

    private ReceiptState promisedTo(Optional<ReceiptTarget> next) {
        return new ReceiptState(
                stage, facts, account, doubts, coreNo, isConfirmed, next, taken, excess, verdicts, handOver);
    }

    private ReceiptState with(HandOver next) {
        return new ReceiptState(
                stage, facts, account, doubts, coreNo, isConfirmed, promised, taken, excess, verdicts, next);
    }

    /** What the bank said of a line that is no receipt; its identity says where it was booked. */
    private static BankReceiptRecorded facts(LineNoted line) {
        return new BankReceiptRecorded(
                line.receipt(),
                line.amount(),
                line.virtualAccount(),
                line.payer(),
                line.remarkToken(),
                line.noticedAt(),
                Optional.empty(),
                line.doubt());
    }

    private static BankReceiptRecorded facts(BankReceiptHeld held) {
        return new BankReceiptRecorded(
                held.receipt(),
                held.amount(),
                held.virtualAccount(),
                held.payer(),
                held.remarkToken(),
                held.noticedAt(),
                held.place(),
                Optional.of(NumberDoubt.FORGOTTEN)
                        .filter(_ -> held.virtualAccount().isEmpty()));
    }
}
