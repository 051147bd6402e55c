package io.coffer.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in PostgreSQL in one gapless order. An append is a transaction of its own: durable when the call
 * returns, and not undone when the caller's unit of work fails afterwards.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private final Statements statements;
    private final Events events;
    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Supplier<@Nullable OperationKey> operationKeys;
    private final Duration lockTimeout;
    private final Consumer<Appended> appended;

    PostgresEventStorageEngine(PostgresEventStorageEngineBuilder builder) {
        super(builder);
        this.statements = new Statements(builder.dataSource());
        this.events = new Events(statements);
        this.snapshots = new Snapshots(statements);
        this.clock = builder.clock();
        this.operationKeys = builder.operationKeys();
        this.lockTimeout = builder.lockTimeout();
        this.appended = builder.appended();
    }

    public static PostgresEventStorageEngineBuilder builder() {
        return new PostgresEventStorageEngineBuilder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        Append append = Append.of(messages, serializer, operationKeys.get());
        appended.accept(booked(append, messages));
    }

    private Appended booked(Append append, List<? extends EventMessage<?>> messages) {
        try {
            return statements.call(
                    Append.CALL, statement -> append.bind(statement, clock.instant(), lockTimeout), append::answer);
        } catch (SQLException failure) {
            throw refused(append, messages, failure);
        }
    }

    private AxonException refused(Append append, List<? extends EventMessage<?>> messages, SQLException failure) {
        OperationKey key = append.operationKey();
        Optional<String> constraint = Failures.brokenUniqueConstraint(failure);
        if (key != null && constraint.filter(Failures.OPERATION_KEY::equals).isPresent()) {
            return new OperationKeyTakenException(key, failure);
        }
        if (constraint.isPresent()) {
            handlePersistenceException(failure, messages.get(append.culprit(failure)));
        }
        return Failures.explained("Appending %d events".formatted(messages.size()), failure);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try {
            snapshots.store(snapshot, serializer);
        } catch (SQLException failure) {
            throw Failures.explained("Storing the snapshot of " + snapshot.getAggregateIdentifier(), failure);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.find(aggregateIdentifier).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return events.ofAggregate(aggregateIdentifier, null, firstSequenceNumber, batchSize).stream()
                .map(StoredEventData::new)
                .toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return events.after(position(lastToken), batchSize).stream()
                .map(StoredEventData::new)
                .toList();
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken number -> number.getGlobalIndex();
            default -> throw new EventStoreException("A token of this store is one number, not " + token);
        };
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(events.lastSequence(aggregateIdentifier));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events.head());
    }

    /** The position after which the first event booked at or after this time follows. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(events.lastBefore(dateTime));
    }
}
