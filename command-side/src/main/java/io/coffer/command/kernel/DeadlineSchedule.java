package io.coffer.command.kernel;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Has db-scheduler call for a sweep again and again, on one node at a time; a node that dies in a sweep loses its turn. The
 * scheduler keeps real time, the sweep asks the business clock what is due.
 */
final class DeadlineSchedule implements SmartLifecycle {

    static final String SWEEP = "deadline-sweep";
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(1);
    private static final int HEARTBEATS_MISSED_MAX = 4;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final DataSource source;
    private final DeadlineSweeper sweeper;
    private final boolean enabled;
    private volatile @Nullable Scheduler scheduler;

    DeadlineSchedule(DataSource source, DeadlineSweeper sweeper, boolean enabled) {
        this.source = source;
        this.sweeper = sweeper;
        this.enabled = enabled;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public void start() {
        var sweep = Tasks.recurring(SWEEP, FixedDelay.of(EVERY)).execute((_, _) -> sweeper.sweep());
        var fresh = Scheduler.create(source)
                .startTasks(sweep)
                .schedulerName(new SchedulerName.Fixed("coffer-" + UUID.randomUUID()))
                .clock(SteadyClock.of(source))
                .threads(1)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED_MAX)
                .shutdownMaxWait(STOPS_WITHIN)
                .failureLogging(LogLevel.WARN, false)
                .build();
        fresh.start();
        scheduler = fresh;
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            sweeper.close();
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
