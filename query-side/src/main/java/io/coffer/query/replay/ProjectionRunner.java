package io.coffer.query.replay;

import io.coffer.platform.database.Leadership;
import io.coffer.query.kernel.Projection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Feeds every generation that the registry names, on the one node that leads. ADR 0003: the log is read directly, without
 * Axon's processors.
 */
final class ProjectionRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);
    private static final long STOP_WAIT_MS = 5_000;
    private static final Duration FIRST_VIEWS_WAIT = Duration.ofSeconds(8);
    // Before the web server starts, after it stopped: a request that waits for a position is still served.
    private static final int PHASE = DEFAULT_PHASE - 4_096;

    private final Feeding feeding;
    private final Round round;
    private final Leadership leadership;
    private final Map<GenerationId, Thread> workers = new HashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean leading;
    private volatile Thread coordinator = Thread.currentThread();

    ProjectionRunner(List<Projection> projections, Feeding feeding) {
        this.feeding = feeding;
        this.round = new Round(projections, feeding.databases());
        this.leadership = new Leadership(feeding.databases().rows(), "coffer.projections");
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            coordinator = Thread.ofPlatform().name("projections").start(this::coordinate);
            awaitViews();
        }
    }

    // A fresh installation answers its first read at once; a long rebuild must not keep the process from starting.
    private void awaitViews() {
        var deadline = System.nanoTime() + FIRST_VIEWS_WAIT.toNanos();
        while (running.get() && System.nanoTime() < deadline && !isEveryViewThere()) {
            pause();
        }
    }

    private boolean isEveryViewThere() {
        try {
            return round.isEveryViewThere();
        } catch (DataAccessException notYet) {
            LOG.debug("The registry does not answer: {}", notYet.toString());
            return false;
        }
    }

    private void coordinate() {
        while (running.get()) {
            try {
                leading = leads();
                if (leading) {
                    round.look(this::employ);
                }
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Projections: {}",
                        NestedExceptionUtils.getMostSpecificCause(failure).toString());
            }
            pause();
        }
    }

    private boolean leads() {
        try {
            return leadership.isOurs();
        } catch (DataAccessException failure) {
            LOG.debug("Nobody says who leads: {}", failure.toString());
            return false;
        }
    }

    private void employ(Projection projection, Generation generation) {
        var worker = workers.get(generation.id());
        if (worker == null || !worker.isAlive()) {
            var work = new GenerationWorker(projection, generation, feeding, () -> running.get() && leading);
            workers.put(
                    generation.id(),
                    Thread.ofPlatform().name("projection " + generation.id()).start(work));
        }
    }

    /** Over at once when somebody wants it to stop. */
    private static void pause() {
        LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
    }

    @Override
    public void stop() {
        if (!running.compareAndSet(true, false)) {
            return;
        }
        try {
            LockSupport.unpark(coordinator);
            coordinator.join(STOP_WAIT_MS);
            // They wait for news or back off; a batch on its way is rolled back at worst, and applied again later.
            workers.values().forEach(Thread::interrupt);
            for (var worker : workers.values()) {
                worker.join(STOP_WAIT_MS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        leadership.close();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
