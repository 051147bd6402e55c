package io.coffer.query.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineEvent;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptHeld;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptMerged;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.VerdictEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.receipts.ReceiptState.Confirmation;
import io.coffer.query.receipts.ReceiptState.Line;
import io.coffer.query.receipts.ReceiptState.Standing;
import io.coffer.query.receipts.ReceiptState.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a receipt. */
final class ReceiptFolding implements Folding<ReceiptState> {

    static final String NAME = "receipt";

    @Override
    public String name() {
        return NAME;
    }

    /** Strong and weak identities: {@code BR:} and {@code BRW:}. */
    @Override
    public String prefix() {
        return "BR";
    }

    @Override
    public Class<ReceiptState> type() {
        return ReceiptState.class;
    }

    @Override
    public List<Searched<ReceiptState>> searched() {
        return List.of(
                Searched.text("state", receipt -> Optional.of(receipt.standing().state())),
                Searched.text("core_no", ReceiptState::coreNo),
                Searched.text(
                        "payer_token",
                        receipt -> receipt.line().flatMap(Line::payer).map(BankAccountRef::token)),
                Searched.text("account_id", receipt -> receipt.standing().account()),
                Searched.text("reason", receipt -> receipt.standing().reason()),
                Searched.number(
                        "minor_units",
                        receipt -> receipt.line().map(line -> line.amount().minorUnits())),
                Searched.number(
                        "excess_units",
                        receipt -> Optional.of(receipt.standing().excess().minorUnits())),
                Searched.number("conflicts", receipt -> Optional.of((long) receipt.conflicts())),
                Searched.text("confirmed_by", receipt -> receipt.confirmation().map(Confirmation::statement)),
                Searched.flag(
                        "was_missing",
                        receipt -> receipt.confirmation()
                                .filter(Confirmation::wasMissing)
                                .isPresent()),
                Searched.text("statement_id", receipt -> receipt.line().map(line -> StatementId.of(line.place()))),
                Searched.number("first_position", receipt -> Optional.of(receipt.recordedPosition())));
    }

    @Override
    public ReceiptState after(@Nullable ReceiptState before, Booked booked) {
        if (!(booked.event() instanceof ReceiptEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a receipt");
        }
        if (before != null) {
            return next(before, event).at(booked.bookedAt(), booked.sequence());
        }
        return switch (event) {
            case BankReceiptRecorded e -> first(Standing.of(Status.RECORDED, List.of()), Optional.of(line(e)), booked);
            case BankReceiptHeld e -> first(Standing.of(Status.POSSIBLE_TWIN, e.twins()), Optional.of(line(e)), booked);
            case BankReceiptMerged e -> first(Standing.of(Status.MERGED, List.of(e.into())), Optional.empty(), booked);
            case BankReturnNoted e ->
                first(Standing.of(Status.RETURN_NOTED, List.of()), Optional.of(Noted.line(e)), booked);
            case OwnTransferNoted e ->
                first(Standing.of(Status.OWN_TRANSFER, List.of()), Optional.of(Noted.line(e)), booked);
            default -> throw new Poison(booked.position(), booked.name(), "A receipt that was never recorded");
        };
    }

    private static ReceiptState first(Standing standing, Optional<Line> line, Booked booked) {
        var receipt = (BankReceiptId) booked.event().source();
        return new ReceiptState(
                receipt,
                receipt.coreNo(),
                line,
                standing,
                0,
                Optional.empty(),
                Optional.empty(),
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static Line line(BankReceiptRecorded e) {
        return new Line(e.amount(), e.where(), e.virtualAccount(), e.payer(), e.remarkToken(), Optional.empty());
    }

    private static Line line(BankReceiptHeld e) {
        return new Line(
                e.amount(),
                e.receipt().place().or(e::place).orElseThrow(),
                e.virtualAccount(),
                e.payer(),
                e.remarkToken(),
                Optional.empty());
    }

    private static ReceiptState next(ReceiptState before, ReceiptEvent event) {
        var standing = before.standing();
        return switch (event) {
            case BankReceiptHeld e -> throw new IllegalStateException("Held after it was known: " + e.receipt());
            // A held line that the statement knows as a booking of its own, or one that two people booked anew.
            case BankReceiptRecorded e -> before.bookedAgain(line(e)).now(Standing.of(Status.RECORDED, List.of()));
            case BankReceiptMerged e -> before.now(Standing.of(Status.MERGED, List.of(e.into())));
            case ReceiptEvent.BankReceiptIdentified e -> before.identified(e.coreNo());
            case ReceiptEvent.BankReceiptDoubled e -> before.now(standing.withTwin(e.twin()));
            case ReceiptEvent.BankReceiptConfirmed e ->
                before.confirmed(new Confirmation(e.statement(), e.wasMissing()));
            case ReceiptEvent.BankReceiptConflict _ -> before.conflicting();
            case ReceiptEvent.BankReceiptAssigned e ->
                before.now(standing.now(Status.ASSIGNED, Optional.of(e.account()), Optional.empty())
                        .matched(e.matchedBy()));
            case ReceiptEvent.BankReceiptSuspended e ->
                before.now(standing.now(Status.SUSPENDED, Optional.empty(), Optional.of(e.reason()))
                        .among(e.candidates().orElseGet(List::of)));
            case ReceiptEvent.BankReceiptReleased e ->
                before.now(standing.now(Status.SUSPENDED, Optional.empty(), Optional.of(e.reason())));
            case ReceiptEvent.BankReceiptConsumed e ->
                before.now(standing.now(Status.CONSUMED, Optional.of(e.account()), Optional.empty())
                        .split(e.taken(), e.excess()));
            case LineEvent e -> Noted.after(before, e);
            case VerdictEvent e -> Decided.after(before, e);
        };
    }
}
