package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes appends of many callers to the disk together. The first goes at once; those that come while it is under way go
 * with the next. Its thread is its own: a caller that is interrupted gives up waiting and harms no other's append.
 */
final class Committer implements AutoCloseable {

    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
    private static final Duration OVERDUE_CHECK = Duration.ofMillis(50);

    private final Statements statements;
    private final CommitSettings settings;
    private final AppendQueue queue;
    private final StoreMeter meter;
    private final Thread thread;
    private volatile List<PendingAppend> underWay = List.of();

    Committer(Statements statements, CommitSettings settings, StoreMeter meter) {
        this.statements = statements;
        this.settings = settings;
        this.queue = new AppendQueue(settings.appendsMax(), settings.bytesMax());
        this.meter = meter;
        this.thread = Thread.ofPlatform().daemon().name("store-committer").start(this::commitBatches);
        Thread.ofPlatform().daemon().name("store-patience").start(this::abandonOverdue);
    }

    /** Returns when the events are on disk. */
    Appended append(Append append) throws SQLException {
        long started = System.nanoTime();
        Appended appended = committed(append, started);
        meter.appended(append.size(), System.nanoTime() - started);
        return appended;
    }

    /** Goes the way of every append and stores nothing; returns when an append would have been served. */
    void probe() throws SQLException {
        committed(Append.NOTHING, System.nanoTime());
    }

    private Appended committed(Append append, long started) throws SQLException {
        PendingAppend pending =
                new PendingAppend(append, started + settings.patience().toNanos());
        try {
            if (!queue.offer(pending, settings.roomWait())) {
                throw unavailable("The queue of appends is full or closed; nothing was stored", null);
            }
            return pending.outcome().get();
        } catch (ExecutionException failure) {
            throw sql(failure.getCause());
        } catch (CancellationException late) {
            throw unavailable("No answer in time; the events may be stored all the same", late);
        } catch (InterruptedException interrupted) {
            pending.abandon();
            Thread.currentThread().interrupt();
            throw unavailable("Interrupted; the events may be stored all the same", interrupted);
        }
    }

    private EventStoreUnavailableException unavailable(String message, @Nullable Throwable cause) {
        meter.unavailable();
        return new EventStoreUnavailableException(message, cause);
    }

    private SQLException sql(@Nullable Throwable failure) {
        SQLException sql = failure instanceof SQLException known ? known : new SQLException(failure);
        if (Failures.isTransient(sql)) {
            meter.unavailable();
        }
        return sql;
    }

    int waiting() {
        return queue.size();
    }

    private void commitBatches() {
        for (underWay = queue.take(); !underWay.isEmpty(); underWay = queue.take()) {
            commitAll();
        }
    }

    // One thread keeps the time for all callers. When each kept its own, every append of a virtual thread woke the
    // JDK's timer thread twice, which took a third of all CPU that this side of the connection spent.
    private void abandonOverdue() {
        while (thread.isAlive()) {
            LockSupport.parkNanos(this, OVERDUE_CHECK.toNanos());
            long now = System.nanoTime();
            underWay.forEach(pending -> pending.abandonIfOverdue(now));
            queue.abandonOverdue(now);
        }
    }

    // A connection is kept while there is work, so that one from a pool serves others when there is none.
    private void commitAll() {
        try (Connection connection = statements.connection()) {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(settings.patience().toMillis()));
            while (!underWay.isEmpty()) {
                commit(connection, underWay);
                letCallersRun();
                underWay = queue.takeNow();
            }
        } catch (Throwable failure) {
            // Whatever it was, the callers must hear of it and the next batch must go.
            underWay.forEach(pending -> pending.outcome().completeExceptionally(failure));
        }
    }

    // With a processor to spare this does nothing. Without one it lets those run who are about to append, and they come
    // along: behind HTTP on two cores, batches of 12 instead of 6 and 8 % more commands.
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it but the size of a batch.
    private static void letCallersRun() {
        Thread.yield();
    }

    private void commit(Connection connection, List<PendingAppend> taken) throws SQLException {
        List<PendingAppend> wanted =
                taken.stream().filter(pending -> !pending.isAbandoned()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        try {
            commit(connection, new Batch(wanted));
        } catch (SQLException failure) {
            if (Failures.isTransient(failure) || wanted.size() == 1) {
                throw failure;
            }
            // One of them asks for something impossible, and nothing was stored: each by itself, then.
            for (PendingAppend pending : wanted) {
                commitAlone(connection, pending);
            }
        }
    }

    private void commitAlone(Connection connection, PendingAppend pending) throws SQLException {
        try {
            commit(connection, new Batch(List.of(pending)));
        } catch (SQLException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            pending.outcome().completeExceptionally(failure);
        }
    }

    private void commit(Connection connection, Batch batch) throws SQLException {
        long started = System.nanoTime();
        BatchAnswer answer = batch.commit(
                connection,
                settings.clock().instant(),
                Math.toIntExact(settings.lockTimeout().toMillis()));
        if (batch.events() > 0) {
            meter.committed(batch, answer.refused().size(), System.nanoTime() - started);
        }
        answer.tell();
    }

    /** Takes what is queued to the disk, and nothing more. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
