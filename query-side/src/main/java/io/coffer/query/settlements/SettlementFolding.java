package io.coffer.query.settlements;

import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.ClearingRecorded;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementEvent.SettlementLinesListed;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.settlements.SettlementState.ListedFile;
import io.coffer.query.settlements.SettlementState.Taken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** From events to a settlement, and to its lines. It begins with whatever is told first: a booking or the file. */
final class SettlementFolding implements Folding<SettlementState> {

    static final String NAME = "channel_settlement";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "CS:";
    }

    @Override
    public Class<SettlementState> type() {
        return SettlementState.class;
    }

    @Override
    public List<Searched<SettlementState>> searched() {
        return List.of(
                Searched.text("channel", state -> Optional.of(state.settlement().channel())),
                Searched.text(
                        "settlement_date",
                        state -> Optional.of(state.settlement().settlementDate())),
                Searched.number(
                        "file_version",
                        state -> Optional.of(
                                state.file().map(file -> (long) file.version()).orElse(0L))),
                Searched.number("first_position", state -> Optional.of(state.position())));
    }

    @Override
    public SettlementState after(@Nullable SettlementState before, Booked booked) {
        if (!(booked.event() instanceof SettlementEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a settlement");
        }
        var at = booked.bookedAt();
        var state = before == null
                ? new SettlementState(
                        event.settlement(), Optional.empty(), List.of(), List.of(), at, booked.position(), 0)
                : before;
        var next = switch (event) {
            case SettlementFileTaken e ->
                state.with(new ListedFile(e.fileVersion(), e.count(), e.net(), e.paidBy(), at));
            case ChannelSettled e -> state.taking(new Taken(e.receipt(), e.amount(), at, Optional.empty()));
            case SettlementReversed e -> state.without(e.receipt());
            case SettlementReceiptDeclined e -> state.declining(new Taken(e.receipt(), e.amount(), at, e.differs()));
            // Rows of their own.
            case ClearingRecorded _, SettlementLinesListed _ -> state;
        };
        return next.at(booked.sequence());
    }

    @Override
    public void writeMore(List<Step<SettlementState>> steps, JdbcTemplate rows) {
        var lines = new LineRows();
        for (var step : steps) {
            var booked = step.event();
            switch (booked.event()) {
                case ClearingRecorded e -> lines.ours(e.settlement(), e.line(), booked);
                case SettlementLinesListed e -> lines.theirs(e.settlement(), e.fileVersion(), e.lines(), booked);
                default -> {
                    // Of the settlement as a whole.
                }
            }
        }
        lines.write(rows);
    }
}
