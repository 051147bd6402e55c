package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.platform.database.Leadership;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Projection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Feeds every generation that the registry names, on the one node that holds the lead. ADR 0003: the log is read
 * directly, without Axon's processors.
 */
final class ProjectionRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final long HEAD_POLL_MS = 20;
    private static final int POLLS_PER_ROUND = 10;
    private static final long STOP_WAIT_MS = 5_000;
    private static final Duration FIRST_VIEWS_WAIT = Duration.ofSeconds(8);
    // Before the web server starts, after it stopped: a request that waits for a position is still served.
    private static final int PHASE = DEFAULT_PHASE - 4_096;

    private final List<Projection> projections;
    private final EventLog log;
    private final EventReading reading;
    private final Databases databases;
    private final Generations generations;
    private final GenerationSchemas schemas;
    private final Head head;
    private final Leadership leadership;
    private final Map<GenerationId, Thread> workers = new HashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean leading;
    private volatile Thread coordinator = Thread.currentThread();

    ProjectionRunner(List<Projection> projections, EventLog log, EventReading reading, Databases databases) {
        this.projections = List.copyOf(projections);
        this.log = log;
        this.reading = reading;
        this.databases = databases;
        this.generations = new Generations(databases.rows());
        this.schemas = new GenerationSchemas(databases);
        this.head = new Head(log);
        this.leadership = new Leadership(databases.rows(), "coffer.projections");
    }

    Generations generations() {
        return generations;
    }

    GenerationSchemas schemas() {
        return schemas;
    }

    Databases databases() {
        return databases;
    }

    Head head() {
        return head;
    }

    Feeder feeder(Projection projection, GenerationId id) {
        var generation = generations.find(id).orElseThrow();
        if (!generation.isFed()) {
            throw new BatchTransactions.PositionMoved(id);
        }
        return new Feeder(projection, generation, log, reading, databases);
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
            var known = generations.all();
            return projections.stream()
                    .allMatch(projection -> known.stream()
                            .filter(generation -> generation.state() == Generation.State.LIVE)
                            .anyMatch(generation -> generation.id().projection().equals(projection.name())));
        } catch (RuntimeException notYet) {
            LOG.debug("The registry does not answer: {}", notYet.toString());
            return false;
        }
    }

    private void coordinate() {
        while (running.get()) {
            try {
                leading = leads();
                if (leading) {
                    head.refresh();
                    round();
                }
                for (var poll = 0; poll < POLLS_PER_ROUND && running.get(); poll++) {
                    head.refresh();
                    Thread.sleep(HEAD_POLL_MS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Projections: {}",
                        NestedExceptionUtils.getMostSpecificCause(failure).toString());
                pause();
            }
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

    private void round() {
        var known = generations.all();
        known.stream().filter(this::isOutdatedBuild).forEach(generation -> generations.retire(generation.id()));
        projections.forEach(projection -> requestIfMissing(projection, known));
        known.stream()
                .filter(generation -> generation.state() == Generation.State.REQUESTED)
                .forEach(this::begin);
        known.stream()
                .filter(generation -> generation.state() == Generation.State.RETIRED)
                .forEach(this::drop);
        known.stream().filter(Generation::isFed).forEach(this::employ);
    }

    private void requestIfMissing(Projection projection, List<Generation> known) {
        var digest = GenerationSchemas.digest(projection.name());
        var present = known.stream()
                .filter(generation -> generation.id().projection().equals(projection.name()))
                .filter(generation -> generation.state() != Generation.State.RETIRED)
                .anyMatch(generation -> generation.digest().equals(digest));
        if (!present) {
            generations.request(projection.name(), digest, "coffer");
        }
    }

    private boolean isOutdatedBuild(Generation generation) {
        var building =
                generation.state() == Generation.State.REQUESTED || generation.state() == Generation.State.BUILDING;
        return building
                && projections.stream()
                        .filter(projection ->
                                projection.name().equals(generation.id().projection()))
                        .noneMatch(projection ->
                                GenerationSchemas.digest(projection.name()).equals(generation.digest()));
    }

    private void begin(Generation generation) {
        schemas.create(generation.id());
        generations.started(generation.id());
        LOG.info("Projection {} is built from position 0", generation.id());
    }

    private void drop(Generation generation) {
        schemas.drop(generation.id());
        generations.dropped(generation.id());
    }

    private void employ(Generation generation) {
        var worker = workers.get(generation.id());
        if (worker != null && worker.isAlive()) {
            return;
        }
        projections.stream()
                .filter(projection -> projection.name().equals(generation.id().projection()))
                // A generation of older tables is still read, no longer written.
                .filter(projection ->
                        GenerationSchemas.digest(projection.name()).equals(generation.digest()))
                .findFirst()
                .ifPresent(projection -> workers.put(
                        generation.id(),
                        Thread.ofPlatform()
                                .name("projection " + generation.id())
                                .start(new GenerationWorker(
                                        projection, generation, this, () -> running.get() && leading))));
    }

    private static void pause() {
        try {
            Thread.sleep(HEAD_POLL_MS * POLLS_PER_ROUND);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (!running.compareAndSet(true, false)) {
            return;
        }
        try {
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
