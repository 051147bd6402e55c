package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Makes appends wait for each other, in the order given, so that they go to the disk in one batch. */
final class OneBatch implements AutoCloseable {

    // The same number as in store.append: "COFFER" in ASCII.
    static final String TAKE_APPEND_LOCK = "SELECT pg_advisory_lock(" + 0x434f46464552L + ")";

    private static final ThreadLocal<@Nullable OperationKey> KEY = new ThreadLocal<>();
    private static final ThreadLocal<Appended> APPENDED = new ThreadLocal<>();

    private final TestStore store;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final PostgresEventStorageEngine engine;

    OneBatch(TestStore store) {
        this.store = store;
        this.engine = store.builder(store.database.runtime())
                .operationKeys(KEY::get)
                .appended(APPENDED::set)
                .build();
    }

    /** What to append: its outcome is the range of positions, or the exception. */
    Callable<Object> append(@Nullable String operation, DomainEventMessage<?>... events) {
        return () -> {
            KEY.set(operation == null ? null : new OperationKey("t1", operation, "d"));
            engine.appendEvents(events);
            return APPENDED.get().firstPosition() + "-" + APPENDED.get().lastPosition();
        };
    }

    /** The outcomes; before these appends, one more event is stored, which keeps the committer busy. */
    List<Object> outcomes(List<Callable<Object>> appends) throws SQLException, InterruptedException {
        List<Future<Object>> futures = new ArrayList<>();
        try (Connection holder = store.database.owner().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute(TAKE_APPEND_LOCK);
            Future<Object> plug = threads.submit(append(null, event("plug", 0)));
            await(() -> store.database.count("pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
            for (Callable<Object> append : appends) {
                futures.add(threads.submit(append));
                await(() -> engine.figures().waiting() == futures.size() || plug.isDone());
            }
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> future : futures) {
            outcomes.add(outcome(future));
        }
        return outcomes;
    }

    private static Object outcome(Future<Object> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            return Objects.requireNonNull(failure.getCause()).getClass();
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within a minute");
            }
            // Whoever is waited for needs the core.
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    @Override
    public void close() {
        threads.close();
        engine.close();
    }
}
