package io.coffer.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PostgresEventStorageEngine}; data source and both serializers are required. */
public final class PostgresEventStorageEngineBuilder extends BatchingEventStorageEngine.Builder {

    private static final int BATCH_SIZE = 1_000;
    private static final Duration LOCK_TIMEOUT_MAX = Duration.ofSeconds(2);
    private static final int APPENDS_MAX = 8_192;
    private static final long BYTES_MAX = 64L << 20;
    private static final Duration ROOM_WAIT = Duration.ofMillis(500);

    private @Nullable DataSource dataSource;
    private boolean eventSerializerGiven;
    private boolean snapshotSerializerGiven;
    private InstantSource clock = Clock.systemUTC();
    private Supplier<@Nullable OperationKey> operationKeys = () -> null;
    private Consumer<Appended> appended = appended -> {};
    private Duration lockTimeout = LOCK_TIMEOUT_MAX;
    private int batchSize = BATCH_SIZE;
    private boolean snapshotsKept = true;
    private int appendsMax = APPENDS_MAX;
    private long bytesMax = BYTES_MAX;
    private Duration roomWait = ROOM_WAIT;

    PostgresEventStorageEngineBuilder() {
        batchSize(BATCH_SIZE);
        // Less than was asked for is the end: no query only to learn that there is no more.
        finalAggregateBatchPredicate(batch -> batch.size() < batchSize);
        persistenceExceptionResolver(Failures::isDuplicateEvent);
    }

    /** A data source outside any transaction the caller runs: appends and reads take connections of their own. */
    public PostgresEventStorageEngineBuilder dataSource(DataSource source) {
        this.dataSource = requireNonNull(source);
        return this;
    }

    /** Where {@code booked_at} comes from. */
    public PostgresEventStorageEngineBuilder clock(InstantSource source) {
        this.clock = requireNonNull(source);
        return this;
    }

    /** Asked once per append, on the appending thread: the operation these events belong to, or null for none. */
    public PostgresEventStorageEngineBuilder operationKeys(Supplier<@Nullable OperationKey> current) {
        this.operationKeys = requireNonNull(current);
        return this;
    }

    /**
     * Told of each append on the appending thread, once its events are durable and before the engine returns. It must
     * not throw: the events stay.
     */
    public PostgresEventStorageEngineBuilder appended(Consumer<Appended> listener) {
        this.appended = requireNonNull(listener);
        return this;
    }

    /** How long an append waits for its turn before it gives up; at most two seconds. */
    public PostgresEventStorageEngineBuilder lockTimeout(Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.compareTo(LOCK_TIMEOUT_MAX) > 0) {
            throw new AxonConfigurationException(
                    "lockTimeout is 1 ms to %s, not %s".formatted(LOCK_TIMEOUT_MAX, timeout));
        }
        this.lockTimeout = timeout;
        return this;
    }

    /** How many appends, and of how many bytes, may wait for the disk; and how long another one waits for room. */
    public PostgresEventStorageEngineBuilder queue(int appends, long bytes, Duration waitAtMost) {
        if (appends < 1 || bytes < 1) {
            throw new AxonConfigurationException(
                    "A queue has room for something, not for %d appends of %d bytes".formatted(appends, bytes));
        }
        this.appendsMax = appends;
        this.bytesMax = bytes;
        this.roomWait = requireNonNull(waitAtMost);
        return this;
    }

    /** Without snapshots nobody looks for them when an aggregate is loaded. They are kept unless this is called. */
    public PostgresEventStorageEngineBuilder withoutSnapshots() {
        this.snapshotsKept = false;
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder eventSerializer(Serializer serializer) {
        super.eventSerializer(serializer);
        eventSerializerGiven = true;
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder snapshotSerializer(Serializer serializer) {
        super.snapshotSerializer(serializer);
        snapshotSerializerGiven = true;
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder upcasterChain(EventUpcaster upcasterChain) {
        super.upcasterChain(upcasterChain);
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder snapshotFilter(SnapshotFilter filter) {
        super.snapshotFilter(filter);
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder batchSize(int size) {
        super.batchSize(size);
        this.batchSize = size;
        return this;
    }

    public PostgresEventStorageEngine build() {
        return new PostgresEventStorageEngine(this);
    }

    // Axon's default serializer is XStream: never silently.
    @Override
    protected void validate() {
        if (dataSource == null || !eventSerializerGiven || !snapshotSerializerGiven) {
            throw new AxonConfigurationException("dataSource, eventSerializer and snapshotSerializer are required");
        }
        super.validate();
    }

    DataSource dataSource() {
        return requireNonNull(dataSource);
    }

    Supplier<@Nullable OperationKey> operationKeys() {
        return operationKeys;
    }

    Consumer<Appended> appended() {
        return appended;
    }

    boolean snapshotsKept() {
        return snapshotsKept;
    }

    CommitSettings commitSettings() {
        return new CommitSettings(clock, lockTimeout, appendsMax, bytesMax, roomWait);
    }
}
