package io.coffer.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
 * Keeps events in PostgreSQL in one gapless order. An append is durable when the call returns and not undone when the
 * caller's unit of work fails afterwards; it is stored or refused by itself, though appends of many callers share a
 * transaction (ADR 0008).
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private final Events events;
    private final Snapshots snapshots;
    private final EventKinds kinds;
    private final StoreMeter meter = new StoreMeter();
    private final Committer committer;
    private final boolean snapshotsKept;
    private final Supplier<@Nullable OperationKey> operationKeys;
    private final Consumer<Appended> appended;

    PostgresEventStorageEngine(PostgresEventStorageEngineBuilder builder) {
        super(builder);
        Statements statements = new Statements(builder.dataSource());
        this.kinds = new EventKinds(statements);
        this.events = new Events(statements, kinds, new Streams());
        this.snapshots = new Snapshots(statements);
        this.snapshotsKept = builder.snapshotsKept();
        this.operationKeys = builder.operationKeys();
        this.appended = builder.appended();
        this.committer = new Committer(statements, builder.commitSettings(), meter);
    }

    public static PostgresEventStorageEngineBuilder builder() {
        return new PostgresEventStorageEngineBuilder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        Append append = Append.of(messages, serializer, kinds, operationKeys.get());
        appended.accept(booked(append, messages));
    }

    private Appended booked(Append append, List<? extends EventMessage<?>> messages) {
        try {
            return committer.append(append);
        } catch (UniqueViolation violation) {
            OperationKey key = append.operationKey();
            if (key != null && violation.isOfOperationKey()) {
                throw new OperationKeyTakenException(key, violation);
            }
            handlePersistenceException(violation, messages.get(append.culprit(violation)));
            throw new IllegalStateException(violation);
        } catch (SQLException failure) {
            throw Failures.explained("Appending %d events".formatted(messages.size()), failure);
        }
    }

    /** What this engine has done so far. */
    public StoreFigures figures() {
        return meter.figures(committer.waiting());
    }

    /**
     * Returns when an append would have been served: the queue, the server and the lock of all writers are asked, and
     * nothing is stored.
     *
     * @throws EventStoreUnavailableException when it would not, within the time that an append waits
     */
    public void probe() {
        try {
            committer.probe();
        } catch (SQLException failure) {
            throw Failures.explained("Asking whether an append would be served", failure);
        }
    }

    /** Takes what was given to it to the disk; from then on every append is refused as unavailable. */
    @Override
    public void close() {
        committer.close();
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
        return snapshotsKept ? snapshots.find(aggregateIdentifier).stream() : Stream.empty();
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
