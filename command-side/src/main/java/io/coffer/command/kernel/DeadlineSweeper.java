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
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for what is due and hands it out. Claiming a deadline moves it into the future by a wait that doubles: that is the
 * lease against other nodes and the back-off of whatever does not succeed, in one statement.
 */
final class DeadlineSweeper implements SmartLifecycle {

    static final int PARALLEL_MAX = 64;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweeper.class);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final List<DueTaskHandler> handlers;
    private final SweepTimes times;
    private final Semaphore width = new Semaphore(PARALLEL_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    DeadlineSweeper(JdbcClient jdbc, InstantSource clock, List<DueTaskHandler> handlers, SweepTimes times) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.handlers = List.copyOf(handlers);
        this.times = times;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("deadlines").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                var due = claim(Math.max(1, width.availablePermits()));
                for (var task : due) {
                    width.acquire();
                    threads.execute(() -> handle(task));
                }
                if (due.isEmpty()) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Deadlines pause: {}", e.toString());
                pause();
            }
        }
    }

    private List<DueTask> claim(int most) {
        return jdbc.sql("""
                        update deadline set attempt = attempt + 1,
                            due = cast(:now as timestamptz)
                                + least(:longest, :first * power(2, least(attempt, 20))) * interval '1 millisecond'
                        where aggregate_id in (
                            select aggregate_id from deadline where due <= cast(:now as timestamptz)
                            order by due limit :most for update skip locked)
                        returning aggregate_id, name, cause, attempt
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
            handlers.stream().filter(handler -> handler.handles(task)).forEach(handler -> handler.handle(task));
        } catch (RuntimeException e) {
            // It comes due again after its wait.
            LOG.warn("Deadline {} of {} did not succeed: {}", task.name(), task.aggregateId(), e.toString());
        } finally {
            width.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * How long a deadline waits after it came due.
     *
     * @param firstWait after the first time; it doubles
     */
    record SweepTimes(Duration firstWait, Duration longestWait) {}
}
