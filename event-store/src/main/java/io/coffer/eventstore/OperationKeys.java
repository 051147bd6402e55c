package io.coffer.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds what became of an operation: only accepted ones are recorded, with their events. */
public final class OperationKeys {

    // OFFSET 0 keeps the planner from walking the whole aggregate for its last sequence.
    private static final String FIND = """
            SELECT k.scope, k.key, k.digest, t.aggregate_type, i.aggregate_id, s.first, s.last,
                   k.first_global_index, k.last_global_index, e.booked_at
            FROM store.operation_key k
            JOIN store.event e ON e.global_index = k.first_global_index
            JOIN store.event_kind t ON t.kind = e.kind
            CROSS JOIN LATERAL (
                SELECT f.aggregate_id FROM store.event f
                WHERE f.stream = e.stream AND f.aggregate_id IS NOT NULL ORDER BY f.sequence LIMIT 1
            ) i
            CROSS JOIN LATERAL (
                SELECT min(o.sequence) AS first, max(o.sequence) AS last
                FROM (SELECT m.stream, m.sequence FROM store.event m
                      WHERE m.global_index BETWEEN k.first_global_index AND k.last_global_index OFFSET 0) o
                WHERE o.stream = e.stream
            ) s
            WHERE k.scope = ? AND k.key = ?
            """;

    // Indexes of another writer's events may lie between those of the operation, but none of its aggregate's.
    private static final String FIND_STOCK = """
            SELECT k.scope, k.key, k.digest, coalesce(e.type, ''), e.aggregateIdentifier, s.first, s.last,
                   k.first_global_index, k.last_global_index, CAST(e.timeStamp AS timestamptz)
            FROM store.axon_operation_key k
            JOIN store.axon_event e ON e.globalIndex = k.first_global_index
            CROSS JOIN LATERAL (
                SELECT min(o.sequenceNumber) AS first, max(o.sequenceNumber) AS last
                FROM (SELECT m.aggregateIdentifier, m.sequenceNumber FROM store.axon_event m
                      WHERE m.globalIndex BETWEEN k.first_global_index AND k.last_global_index OFFSET 0) o
                WHERE o.aggregateIdentifier = e.aggregateIdentifier
            ) s
            WHERE k.scope = ? AND k.key = ?
            """;

    private final Statements statements;
    private final String find;

    public OperationKeys(DataSource dataSource) {
        this(dataSource, FIND);
    }

    private OperationKeys(DataSource dataSource, String find) {
        this.statements = new Statements(dataSource);
        this.find = find;
    }

    static OperationKeys ofStock(DataSource dataSource) {
        return new OperationKeys(dataSource, FIND_STOCK);
    }

    public Optional<RecordedOperation> find(String scope, String key) {
        return statements
                .query(
                        "Reading an operation key",
                        find,
                        statement -> {
                            statement.setString(1, scope);
                            statement.setString(2, key);
                        },
                        OperationKeys::read)
                .stream()
                .findFirst();
    }

    private static RecordedOperation read(ResultSet row) throws SQLException {
        return new RecordedOperation(
                new OperationKey(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
