package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The events of one append, serialized, and the operation that wants them. */
record Append(List<Row> rows, @Nullable OperationKey operationKey) {

    static final String CALL = "CALL store.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)";

    static Append of(
            List<? extends EventMessage<?>> events, Serializer serializer, @Nullable OperationKey operationKey) {
        return new Append(
                events.stream().map(event -> Row.of(event, serializer)).toList(), operationKey);
    }

    void bind(PreparedStatement statement, Instant now, Duration lockTimeout) throws SQLException {
        statement.setInt(1, Math.toIntExact(lockTimeout.toMillis()));
        statement.setObject(2, StoreTime.roundedDown(now));
        bindArray(statement, 3, "text", Row::aggregateType, new String[0]);
        bindArray(statement, 4, "text", Row::aggregateId, new String[0]);
        bindArray(statement, 5, "int8", Row::sequence, new Long[0]);
        bindArray(statement, 6, "uuid", Row::eventId, new UUID[0]);
        bindArray(statement, 7, "text", row -> row.payload().getType().getName(), new String[0]);
        bindArray(statement, 8, "text", row -> row.payload().getType().getRevision(), new String[0]);
        bindArray(statement, 9, "bytea", row -> row.metadata().getData(), new byte[0][]);
        bindArray(statement, 10, "bytea", row -> row.payload().getData(), new byte[0][]);
        bindText(statement, 11, operationKey == null ? null : operationKey.scope());
        bindText(statement, 12, operationKey == null ? null : operationKey.key());
        bindText(statement, 13, operationKey == null ? null : operationKey.digest());
    }

    Appended answer(ResultSet row) throws SQLException {
        return new Appended(
                operationKey,
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    /** The index of the event the failure speaks of; the first one when it cannot be told. */
    int culprit(SQLException failure) {
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (Failures.names(failure, row.aggregateId() + ", " + row.sequence())
                    || Failures.names(failure, row.eventId().toString())) {
                return index;
            }
        }
        return 0;
    }

    private <T> void bindArray(
            PreparedStatement statement, int index, String type, Function<Row, @Nullable T> column, T[] empty)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                index,
                connection.createArrayOf(
                        type, rows.stream().map(column).toList().toArray(empty)));
    }

    private static void bindText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, text);
        }
    }

    record Row(
            String aggregateType,
            String aggregateId,
            long sequence,
            UUID eventId,
            SerializedObject<byte[]> metadata,
            SerializedObject<byte[]> payload) {

        static Row of(EventMessage<?> event, Serializer serializer) {
            UUID eventId = UUID.fromString(event.getIdentifier());
            SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            if (event instanceof DomainEventMessage<?> domainEvent) {
                return new Row(
                        domainEvent.getType(),
                        domainEvent.getAggregateIdentifier(),
                        domainEvent.getSequenceNumber(),
                        eventId,
                        metadata,
                        payload);
            }
            return new Row("", eventId.toString(), 0, eventId, metadata, payload);
        }
    }
}
