package io.coffer.query.settlements;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.TEXT;
import static io.coffer.query.kernel.Columns.Type.TIMESTAMP;

import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Columns;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lines of a batch on their way into the table: one row per line and side, whatever the batch's size. */
final class LineRows {

    /** Above the most lines of one event, so that ordinals are unique. */
    private static final long ORDINALS_PER_EVENT = 1_000;

    private final Map<Key, Ours> ours = new LinkedHashMap<>();
    private final Map<Key, Theirs> theirs = new LinkedHashMap<>();

    private record Key(ChannelSettlementId settlement, SettlementLine.Kind kind, String no) {}

    /** Two bookings under one number add up, and so differ from the one line that the channel has. */
    private record Ours(long count, long units, long fee, Instant changedAt, long ordinal) {
        Ours and(Ours later) {
            return new Ours(
                    count + later.count,
                    Math.addExact(units, later.units),
                    Math.addExact(fee, later.fee),
                    later.changedAt,
                    ordinal);
        }
    }

    private record Theirs(long version, long units, long fee, Instant changedAt, long ordinal) {}

    void ours(ChannelSettlementId settlement, SettlementLine line, Booked booked) {
        ours.merge(
                key(settlement, line),
                new Ours(
                        1,
                        line.amount().minorUnits(),
                        line.fee().minorUnits(),
                        booked.bookedAt(),
                        booked.position() * ORDINALS_PER_EVENT),
                Ours::and);
    }

    void theirs(ChannelSettlementId settlement, long version, List<SettlementLine> lines, Booked booked) {
        var ordinal = booked.position() * ORDINALS_PER_EVENT;
        for (var line : lines) {
            theirs.put(
                    key(settlement, line),
                    new Theirs(
                            version,
                            line.amount().minorUnits(),
                            line.fee().minorUnits(),
                            booked.bookedAt(),
                            ordinal++));
        }
    }

    void write(JdbcTemplate rows) {
        var booked = columns();
        ours.forEach((key, line) -> booked.add(
                key.settlement().value(),
                key.kind().name(),
                key.no(),
                line.count(),
                line.units(),
                line.fee(),
                line.changedAt(),
                line.ordinal()));
        booked.insert(
                rows,
                "settlement_line as l (settlement, kind, no, ours_count, ours_units, ours_fee, changed_at, ordinal)",
                """
                on conflict (settlement, kind, no) do update
                    set ours_count = l.ours_count + excluded.ours_count, ours_units = l.ours_units + excluded.ours_units,
                        ours_fee = l.ours_fee + excluded.ours_fee, changed_at = excluded.changed_at
                """);
        var listed = columns();
        theirs.forEach((key, line) -> listed.add(
                key.settlement().value(),
                key.kind().name(),
                key.no(),
                line.version(),
                line.units(),
                line.fee(),
                line.changedAt(),
                line.ordinal()));
        listed.insert(
                rows,
                "settlement_line as l"
                        + " (settlement, kind, no, theirs_version, theirs_units, theirs_fee, changed_at, ordinal)",
                """
                on conflict (settlement, kind, no) do update
                    set theirs_version = excluded.theirs_version, theirs_units = excluded.theirs_units,
                        theirs_fee = excluded.theirs_fee, changed_at = excluded.changed_at
                """);
    }

    private static Columns columns() {
        return new Columns(TEXT, TEXT, TEXT, BIGINT, BIGINT, BIGINT, TIMESTAMP, BIGINT);
    }

    private static Key key(ChannelSettlementId settlement, SettlementLine line) {
        return new Key(settlement, line.kind(), line.no());
    }
}
