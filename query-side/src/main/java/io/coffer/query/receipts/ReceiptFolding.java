package io.coffer.query.receipts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a receipt. */
final class ReceiptFolding implements Folding<ReceiptState> {

    static final String NAME = "receipt";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "BR:";
    }

    @Override
    public Class<ReceiptState> type() {
        return ReceiptState.class;
    }

    @Override
    public ReceiptState after(@Nullable ReceiptState before, Booked booked) {
        if (!(booked.event() instanceof ReceiptEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a receipt");
        }
        if (before != null) {
            return next(before, event).at(booked.bookedAt(), booked.sequence());
        }
        if (event instanceof BankReceiptRecorded recorded) {
            return recorded(recorded, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A receipt that was never recorded");
    }

    private static ReceiptState recorded(BankReceiptRecorded e, Booked booked) {
        return new ReceiptState(
                e.receipt(),
                e.receipt().coreNo(),
                e.amount(),
                ReceiptState.Status.RECORDED,
                e.virtualAccount(),
                e.payer(),
                e.remarkToken(),
                Optional.empty(),
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                0,
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static ReceiptState next(ReceiptState before, ReceiptEvent event) {
        return switch (event) {
            case BankReceiptRecorded e -> throw new IllegalStateException("Recorded twice: " + e.receipt());
            case ReceiptEvent.BankReceiptConflict _ -> before.conflicting();
            case ReceiptEvent.BankReceiptAssigned e ->
                before.now(ReceiptState.Status.ASSIGNED, Optional.of(e.account()), Optional.empty());
            case ReceiptEvent.BankReceiptSuspended e ->
                before.now(ReceiptState.Status.SUSPENDED, Optional.empty(), Optional.of(e.reason()));
            case ReceiptEvent.BankReceiptReleased e ->
                before.now(ReceiptState.Status.SUSPENDED, Optional.empty(), Optional.of(e.reason()));
            case ReceiptEvent.BankReceiptConsumed e ->
                before.now(ReceiptState.Status.CONSUMED, Optional.of(e.account()), Optional.empty())
                        .split(e.taken(), e.excess());
        };
    }
}
