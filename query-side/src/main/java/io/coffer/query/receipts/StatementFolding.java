package io.coffer.query.receipts;

import io.coffer.api.receipts.StatementEvent;
import io.coffer.api.receipts.StatementEvent.StatementCompleted;
import io.coffer.api.receipts.StatementEvent.StatementOpened;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a day's statement. */
final class StatementFolding implements Folding<StatementState> {

    static final String NAME = "bank_statement";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "ST:";
    }

    @Override
    public Class<StatementState> type() {
        return StatementState.class;
    }

    @Override
    public List<Searched<StatementState>> searched() {
        return List.of(Searched.text("completed_at", StatementState::completedAt));
    }

    @Override
    public StatementState after(@Nullable StatementState before, Booked booked) {
        if (!(booked.event() instanceof StatementEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a statement");
        }
        return switch (event) {
            case StatementOpened e ->
                new StatementState(
                        e.statement(),
                        e.opening(),
                        e.closing(),
                        e.count(),
                        booked.bookedAt(),
                        Optional.empty(),
                        booked.position(),
                        booked.sequence());
            case StatementCompleted _ when before != null -> before.completed(booked.bookedAt(), booked.sequence());
            case StatementCompleted _ ->
                throw new Poison(booked.position(), booked.name(), "A statement that was never opened");
        };
    }
}
