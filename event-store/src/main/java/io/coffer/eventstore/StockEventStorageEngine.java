package io.coffer.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's own JDBC engine, for comparison. Added is only what Coffer cannot do without: the operation's key in the same
 * transaction, the time of its clock, and a mark by which readers tell a lost index from a late one.
 */
final class StockEventStorageEngine extends JdbcEventStorageEngine {

    // A writer that stands still in the middle of an append keeps readers before a gap for as long. And what is asked
    // below is planned while the table is small, and the plan is kept: it must not be a scan of the table.
    static final String APPENDS = "SELECT set_config('idle_in_transaction_session_timeout', '2000', true),"
            + " set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock_shared(" + StockEvents.APPENDING + ")";
    // OFFSET keeps the planner from looking for the least index from the beginning of the table.
    static final String RECORD = """
            INSERT INTO store.axon_operation_key (first_global_index, last_global_index, scope, key, digest)
            SELECT min(globalIndex), max(globalIndex), ?, ?, ?
                FROM (SELECT globalIndex FROM store.axon_event WHERE eventIdentifier = ANY (?) OFFSET 0) AS appended
            RETURNING first_global_index, last_global_index
            """;

    private final EngineParts parts;
    private final StockConnections connections;

    private StockEventStorageEngine(Builder builder, EngineParts parts, StockConnections connections) {
        super(builder);
        this.parts = parts;
        this.connections = connections;
    }

    static StockEventStorageEngine of(EngineParts parts) {
        StockConnections connections = new StockConnections(new Statements(parts.dataSource()));
        Builder builder = builder()
                .eventSerializer(parts.events())
                .snapshotSerializer(parts.snapshots())
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .persistenceExceptionResolver(StockEventStorageEngine::isDuplicate)
                .schema(EventSchema.builder()
                        .eventTable("store.axon_event")
                        .snapshotTable("store.axon_snapshot")
                        .build());
        return new StockEventStorageEngine(builder, parts, connections);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        // The table keeps milliseconds, and a fold must see the time that will be read.
        Instant bookedAt = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<EventMessage<?>> booked = messages.stream()
                .<EventMessage<?>>map(message -> at(bookedAt, message))
                .toList();
        OperationKey key = parts.operationKeys().get();
        append(booked, serializer, key, bookedAt).ifPresent(parts.appended());
    }

    private Optional<Appended> append(
            List<EventMessage<?>> events, Serializer serializer, @Nullable OperationKey key, Instant bookedAt) {
        String attempt = "Appending %d events".formatted(events.size());
        try {
            return connections.together(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(APPENDS);
                }
                super.appendEvents(events, serializer);
                return key == null ? Optional.empty() : Optional.of(record(connection, events, key, bookedAt));
            });
        } catch (SQLException failure) {
            throw Failures.explained(attempt, failure);
        } catch (EventStoreException failure) {
            throw failure.getCause() instanceof SQLException cause ? Failures.explained(attempt, cause) : failure;
        }
    }

    private static Appended record(
            Connection connection, List<EventMessage<?>> events, OperationKey key, Instant bookedAt)
            throws SQLException {
        Array ids = connection.createArrayOf(
                "varchar", events.stream().map(EventMessage::getIdentifier).toArray());
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setString(1, key.scope());
            statement.setString(2, key.key());
            statement.setString(3, key.digest());
            statement.setArray(4, ids);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Appended(key, row.getLong(1), row.getLong(2), bookedAt);
            }
        } catch (SQLException failure) {
            if (isDuplicate(failure)) {
                throw new OperationKeyTakenException(key, failure);
            }
            throw failure;
        }
    }

    private static EventMessage<?> at(Instant time, EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getPayload(),
                    event.getMetaData(),
                    event.getIdentifier(),
                    time);
        }
        return new GenericEventMessage<>(message.getIdentifier(), message.getPayload(), message.getMetaData(), time);
    }

    private static boolean isDuplicate(Exception failure) {
        return failure instanceof SQLException sql && UniqueViolation.STATE.equals(sql.getSQLState());
    }
}
