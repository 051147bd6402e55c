package io.coffer.command.kernel;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out what is due by the business clock. Claiming a deadline moves it into the future by a wait that doubles: that
 * is the lease against other nodes and the back-off of whatever does not succeed, in one statement.
 */
final class DeadlineSweeper implements AutoCloseable {

    static final int PARALLEL_MAX = 64;
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweeper.class);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final List<DueTaskHandler> handlers;
    private final SweepTimes times;
    private final Semaphore width = new Semaphore(PARALLEL_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeadlineSweeper(JdbcClient jdbc, InstantSource clock, List<DueTaskHandler> handlers, SweepTimes times) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.handlers = List.copyOf(handlers);
        this.times = times;
    }

    /** Returns when nothing is due any more; what was handed out goes on. */
    void sweep() {
        try {
            while (!threads.isShutdown() && handOut()) {
                // One look after the other.
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether anything was due. */
    private boolean handOut() throws InterruptedException {
        width.acquire();
        var free = 1 + width.drainPermits();
        var claimed = 0;
        try {
            for (var task : claim(free)) {
                threads.execute(() -> handle(task));
                claimed++;
            }
        } finally {
            width.release(free - claimed);
        }
        return claimed > 0;
    }

    // A wait longer than the longest was given by a clock that has been set back since: its deadline is due.
    private List<DueTask> claim(int most) {
        return jdbc.sql("""
                        with picked as materialized (
                            select aggregate_id, name from deadline
                            where due <= cast(:now as timestamptz)
                                or (attempt > 0 and due > cast(:now as timestamptz) + :longest * interval '1 millisecond')
                            order by due limit :most for update skip locked)
                        update deadline set attempt = attempt + 1,
                            due = cast(:now as timestamptz)
                                + least(:longest, :first * power(2, least(attempt, 20))) * interval '1 millisecond'
                        from picked
                        where deadline.aggregate_id = picked.aggregate_id and deadline.name = picked.name
                        returning deadline.aggregate_id, deadline.name, cause, attempt
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("first", times.firstWait().toMillis())
                .param("longest", times.longestWait().toMillis())
                .param("most", most)
                .query((row, _) -> new DueTask(
                        row.getString("aggregate_id"),
                        row.getString("name"),
                        row.getLong("cause"),
                        row.getInt("attempt")))
                .list();
    }

    private void handle(DueTask task) {
        try {
            var able =
                    handlers.stream().filter(handler -> handler.handles(task)).toList();
            if (able.isEmpty()) {
                LOG.error("Nobody handles the deadline {} of {}", task.name(), task.aggregateId());
            }
            able.forEach(handler -> handler.handle(task));
        } catch (RuntimeException e) {
            // It comes due again after its wait.
            LOG.warn("Deadline {} of {} did not succeed: {}", task.name(), task.aggregateId(), e.toString());
        } finally {
            width.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * How long a deadline waits after it came due.
     *
     * @param firstWait after the first time; it doubles
     */
    record SweepTimes(Duration firstWait, Duration longestWait) {}
}
