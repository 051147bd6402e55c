package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reads of the event table. */
record Events(Statements statements, EventKinds kinds, Streams streams) implements LogReads {

    private static final String SELECT = """
            SELECT global_index, kind, sequence, event_id, booked_at, metadata, payload, stream, aggregate_id
            FROM store.event
            """;
    private static final int STREAM = 8;
    private static final int AGGREGATE_ID = 9;
    private static final String OF_ONE = "stream = (SELECT f.stream FROM store.event f WHERE f.aggregate_id = ?)";
    private static final String AFTER = SELECT + "WHERE global_index > ? ORDER BY global_index LIMIT ?";
    private static final String OF_AGGREGATE =
            SELECT + "WHERE " + OF_ONE + " AND sequence >= ? AND booked_at <= ? ORDER BY sequence LIMIT ?";
    static final String HEAD = "SELECT coalesce(max(global_index), 0) FROM store.event";
    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM store.event WHERE " + OF_ONE;

    // A binary search: indexes have no gaps and booked_at never goes back, so no index on booked_at is needed. The
    // answer stays in [low, high): low is before the time (or 0), high is not (or past the head).
    private static final String LAST_BEFORE = """
            WITH RECURSIVE search (low, high) AS (
                SELECT 0::bigint, coalesce(max(global_index), 0) + 1 FROM store.event
                UNION ALL
                SELECT CASE WHEN e.booked_at < wanted.at THEN e.global_index ELSE s.low END,
                       CASE WHEN e.booked_at < wanted.at THEN s.high ELSE e.global_index END
                FROM search s
                CROSS JOIN (SELECT CAST(? AS timestamptz) AS at) wanted
                JOIN store.event e ON e.global_index = (s.low + s.high) / 2
                WHERE s.high - s.low > 1
            )
            SELECT max(low) FROM search
            """;

    static Events of(Statements statements) {
        return new Events(statements, new EventKinds(statements), new Streams());
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return statements.queryAll(
                "Reading events after position " + position,
                AFTER,
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                },
                this::readPage);
    }

    @Override
    public List<StoredEvent> ofAggregate(String aggregateId, @Nullable Instant asOf, long firstSequence, int limit) {
        return statements.query(
                "Reading events of aggregate " + aggregateId,
                OF_AGGREGATE,
                statement -> {
                    statement.setString(1, aggregateId);
                    statement.setLong(2, firstSequence);
                    statement.setObject(3, asOf == null ? StoreTime.never() : StoreTime.roundedDown(asOf));
                    statement.setInt(4, limit);
                },
                row -> read(row, aggregateId));
    }

    @Override
    public long head() {
        return statements.queryLong("Reading the head", HEAD, statement -> {});
    }

    long lastBefore(Instant time) {
        return statements.queryLong(
                "Reading the last position before " + time,
                LAST_BEFORE,
                statement -> statement.setObject(1, StoreTime.roundedUp(time)));
    }

    @Override
    public @Nullable Long lastSequence(String aggregateId) {
        List<Long> found = statements.query(
                "Reading the last sequence of aggregate " + aggregateId,
                LAST_SEQUENCE,
                statement -> statement.setString(1, aggregateId),
                row -> row.getObject(1) == null ? -1L : row.getLong(1));
        return found.getFirst() < 0 ? null : found.getFirst();
    }

    private List<StoredEvent> readPage(ResultSet rows, Connection connection) throws SQLException {
        List<StoredEvent> page = new ArrayList<>();
        Map<Integer, String> asked = new HashMap<>();
        while (rows.next()) {
            String id = knownId(rows, asked);
            if (id == null) {
                asked.putAll(streams.ask(unknownFromHere(rows), connection));
                rows.absolute(page.size() + 1);
                id = Objects.requireNonNull(knownId(rows, asked));
            }
            page.add(read(rows, id));
        }
        return page;
    }

    private @Nullable String knownId(ResultSet row, Map<Integer, String> asked) throws SQLException {
        int stream = row.getInt(STREAM);
        String own = row.getString(AGGREGATE_ID);
        if (own != null) {
            streams.learn(stream, own);
            return own;
        }
        String known = streams.idOf(stream);
        return known == null ? asked.get(stream) : known;
    }

    private Set<Integer> unknownFromHere(ResultSet rows) throws SQLException {
        Set<Integer> unknown = new HashSet<>();
        unknown.add(rows.getInt(STREAM));
        while (rows.next()) {
            if (knownId(rows, Map.of()) == null) {
                unknown.add(rows.getInt(STREAM));
            }
        }
        return unknown;
    }

    private StoredEvent read(ResultSet row, String aggregateId) throws SQLException {
        EventKind kind = kinds.kindOf(row.getInt(2), row);
        return new StoredEvent(
                row.getLong(1),
                kind.aggregateType(),
                aggregateId,
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                kind.name(),
                kind.revision(),
                PackedMetadata.unpack(row.getBytes(6)),
                row.getBytes(7));
    }
}
