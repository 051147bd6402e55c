package io.coffer.benchmarks.append;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * An engine, and what stands around it in the configuration that is measured.
 *
 * @param transactions what a command runs in; null when the engine takes care of itself
 * @param cached whether aggregates are kept between commands, in a bounded strong cache
 * @param timeLimited whether each command and handler has Axon's time limit, as its auto-configuration gives it
 * @param threads how many commands may be under way at once; zero for as many as there are clients
 * @param clients makes the threads that clients run in
 * @param resources closes what the engine stands on
 */
public record Contender(
        EventStorageEngine engine,
        @Nullable TransactionManager transactions,
        boolean cached,
        boolean timeLimited,
        int threads,
        ThreadFactory clients,
        Runnable resources)
        implements AutoCloseable {

    private static final int AGGREGATES_CACHED = 100_000;

    Optional<Cache> cache() {
        return cached ? Optional.of(new StrongCache(AGGREGATES_CACHED)) : Optional.empty();
    }

    @Override
    public void close() {
        resources.run();
    }
}
