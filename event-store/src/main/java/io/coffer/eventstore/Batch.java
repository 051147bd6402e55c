package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Appends that go in one call. */
final class Batch {

    private static final String CALL =
            "CALL store.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)";

    private final List<PendingAppend> appends;
    private final int events;

    Batch(List<PendingAppend> appends) {
        this.appends = appends;
        this.events =
                appends.stream().mapToInt(pending -> pending.append().size()).sum();
    }

    int size() {
        return appends.size();
    }

    int events() {
        return events;
    }

    /** Stores what can be stored. Nobody has been told yet. */
    BatchAnswer commit(Connection connection, Instant now, int lockTimeoutMillis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CALL)) {
            statement.setInt(1, lockTimeoutMillis);
            statement.setObject(2, StoreTime.roundedDown(now));
            bindAppends(statement);
            bindEvents(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return answer(row);
            }
        }
    }

    private void bindAppends(PreparedStatement statement) throws SQLException {
        int[] starts = new int[size()];
        int[] ends = new int[size()];
        int end = 0;
        for (int index = 0; index < size(); index++) {
            starts[index] = end + 1;
            end += appends.get(index).append().size();
            ends[index] = end;
        }
        bind(statement, 3, "int4", starts);
        bind(statement, 4, "int4", ends);
        bind(statement, 5, "text", keys(OperationKey::scope));
        bind(statement, 6, "text", keys(OperationKey::key));
        bind(statement, 7, "text", keys(OperationKey::digest));
    }

    private @Nullable String[] keys(Function<OperationKey, String> part) {
        @Nullable String[] parts = new @Nullable String[size()];
        for (int index = 0; index < parts.length; index++) {
            OperationKey key = appends.get(index).append().operationKey();
            parts[index] = key == null ? null : part.apply(key);
        }
        return parts;
    }

    private void bindEvents(PreparedStatement statement) throws SQLException {
        // By number, in the order of their first events.
        Map<String, Integer> numbers = LinkedHashMap.newLinkedHashMap(events);
        int[] firsts = new int[events];
        int[] aggregates = new int[events];
        int[] kinds = new int[events];
        int[] sequences = new int[events];
        UUID[] eventIds = new UUID[events];
        byte[][] metadata = new byte[events][];
        byte[][] payloads = new byte[events][];
        int at = 0;
        for (PendingAppend pending : appends) {
            for (Append.Row row : pending.append().rows()) {
                Integer number = numbers.putIfAbsent(row.aggregateId(), numbers.size() + 1);
                if (number == null) {
                    number = numbers.size();
                    firsts[number - 1] = at + 1;
                }
                aggregates[at] = number;
                kinds[at] = row.kind();
                sequences[at] = row.sequence();
                eventIds[at] = row.eventId();
                metadata[at] = row.metadata();
                payloads[at] = row.payload();
                at++;
            }
        }
        bind(statement, 8, "text", numbers.keySet().toArray(String[]::new));
        bind(statement, 9, "int4", Arrays.copyOf(firsts, numbers.size()));
        bind(statement, 10, "int4", aggregates);
        bind(statement, 11, "int4", sequences);
        bind(statement, 12, "int4", kinds);
        bind(statement, 13, "uuid", eventIds);
        bind(statement, 14, "bytea", metadata);
        bind(statement, 15, "bytea", payloads);
    }

    private static void bind(PreparedStatement statement, int index, String type, Object elements) throws SQLException {
        // Unlike that of JDBC, the driver's own method takes arrays of primitives and sends them as they are.
        statement.setArray(
                index, statement.getConnection().unwrap(PGConnection.class).createArrayOf(type, elements));
    }

    private BatchAnswer answer(ResultSet row) throws SQLException {
        return new BatchAnswer(
                appends,
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                UniqueViolation.byNumber(row.getArray(3), row.getArray(4), row.getArray(5)));
    }
}
