package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reads of the table of Axon's own engine. */
record StockEvents(Statements statements) implements LogReads {

    /** Shared by whoever appends; alone it is held only when every index that was given is stored or lost for good. */
    static final long APPENDING = 0x41584f4eL; // "AXON" in ASCII

    static final String HEAD = "SELECT coalesce(max(globalIndex), 0) FROM store.axon_event";

    private static final String SELECT = """
            SELECT globalIndex, coalesce(type, ''), aggregateIdentifier, sequenceNumber, eventIdentifier,
                   CAST(timeStamp AS timestamptz), payloadType, payloadRevision, metaData, payload
            FROM store.axon_event
            """;
    private static final String AFTER = SELECT + "WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?";
    private static final String OF_AGGREGATE = SELECT
            + "WHERE aggregateIdentifier = ? AND sequenceNumber >= ? AND CAST(timeStamp AS timestamptz) <= ?"
            + " ORDER BY sequenceNumber LIMIT ?";
    private static final String LAST_SEQUENCE =
            "SELECT coalesce(max(sequenceNumber), -1) FROM store.axon_event WHERE aggregateIdentifier = ?";
    private static final String NOBODY_APPENDS =
            "SELECT set_config('lock_timeout', '2000', true), pg_advisory_xact_lock(" + APPENDING + ")";

    /**
     * A gap is an event that is lost, or one that is not committed yet. So a page with a gap is read once more while
     * nobody appends: then what is missing is lost.
     */
    @Override
    public List<StoredEvent> after(long position, int limit) {
        String attempt = "Reading events after position " + position;
        try (Connection connection = statements.connection()) {
            List<StoredEvent> page = page(connection, position, limit);
            if (page.isEmpty() || page.getLast().position() == position + page.size()) {
                return page;
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(NOBODY_APPENDS);
                return page(connection, position, limit);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw Failures.explained(attempt, failure);
        }
    }

    private static List<StoredEvent> page(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredEvent> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(read(rows));
                }
                return page;
            }
        }
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
                StockEvents::read);
    }

    @Override
    public @Nullable Long lastSequence(String aggregateId) {
        long last = statements.queryLong(
                "Reading the last sequence of aggregate " + aggregateId,
                LAST_SEQUENCE,
                statement -> statement.setString(1, aggregateId));
        return last < 0 ? null : last;
    }

    @Override
    public long head() {
        return statements.queryLong("Reading the head", HEAD, statement -> {});
    }

    private static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                UUID.fromString(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
