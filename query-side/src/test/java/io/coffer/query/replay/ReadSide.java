package io.coffer.query.replay;

import io.coffer.eventstore.NewEvents;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.query.TestDatabase;
import io.coffer.query.TestLog;
import io.coffer.query.kernel.Moves;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.StoredJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log, a database and the runner of some projections, for the tests of those projections. */
public final class ReadSide implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = 5_000_000;

    // To build the empty views takes every test half a second, and more where the machine is busy.
    private static final Map<List<String>, String> BUILT = new ConcurrentHashMap<>();
    // And to copy them nearly as much, which the test before can do meanwhile.
    private static final Map<List<String>, CompletableFuture<TestDatabase>> AHEAD = new ConcurrentHashMap<>();

    public final TestDatabase database;
    public final TestLog log;
    private final List<Projection> projections;
    private final NewEvents news;
    private ProjectionRunner runner;

    public ReadSide(Projection... projections) {
        this(List.of(projections), copy(List.of(projections)));
    }

    private ReadSide(List<Projection> projections, TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database);
        this.projections = projections;
        this.news = new NewEvents(database.listening());
        this.runner = newRunner();
        runner.start();
        awaitHead();
    }

    private static TestDatabase copy(List<Projection> projections) {
        var template = built(projections);
        var ahead = AHEAD.put(
                names(projections),
                CompletableFuture.supplyAsync(() -> TestDatabase.copyOf(template), Thread::startVirtualThread));
        return ahead == null ? TestDatabase.copyOf(template) : ahead.join();
    }

    private static List<String> names(List<Projection> projections) {
        return projections.stream().map(Projection::name).toList();
    }

    /** The name of a database in which these views are live, on an empty log. */
    private static String built(List<Projection> projections) {
        return BUILT.computeIfAbsent(names(projections), _ -> {
            var side = new ReadSide(projections, TestDatabase.create());
            side.pause();
            side.news.close();
            return side.database.asTemplate();
        });
    }

    /** What the readers of this side see. */
    public JdbcTemplate reads() {
        return new JdbcTemplate(database.runtime());
    }

    public long number(String sql, Object... arguments) {
        return reads().query(sql, (row, _) -> row.getLong(1), arguments).getFirst();
    }

    public List<String> texts(String sql) {
        return reads().query(sql, (row, _) -> row.getString(1));
    }

    /** Stops feeding; what is appended meanwhile waits in the log. */
    public void pause() {
        runner.stop();
    }

    public void restart() {
        pause();
        runner = newRunner();
        runner.start();
    }

    ProjectionRunner newRunner() {
        return new ProjectionRunner(
                projections,
                new Feeding(
                        log.log(),
                        new StoredJson(new EventJson(EventCatalog.ofAllEvents())),
                        databases(),
                        news,
                        new Moves()));
    }

    Databases databases() {
        return new Databases(database.owner(), database.runtime(), TestDatabase.RUNTIME);
    }

    /** Waits until every projection's live generation stands at the head. */
    public void awaitHead() {
        var head = log.log().head();
        projections.forEach(projection -> await(
                projection.name() + " at " + head,
                () -> live(projection.name())
                        .filter(live -> live.position() >= head)
                        .isPresent()));
    }

    public Optional<Generation> live(String projection) {
        return new Generations(database.runtime())
                .all().stream()
                        .filter(generation -> generation.id().projection().equals(projection))
                        .filter(generation -> generation.state() == Generation.State.LIVE)
                        .findFirst();
    }

    /** Builds the next generation and waits until it is live; gives its number. */
    public int rebuild(String projection) {
        var next = new Generations(database.runtime())
                .request(projection, GenerationSchemas.digest(projection), "test")
                .id()
                .number();
        await(
                projection + " g" + next + " live",
                () -> live(projection)
                        .filter(live -> live.id().number() == next)
                        .isPresent());
        return next;
    }

    public static void await(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not in time: " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The next test need not wait until it is all gone. */
    @Override
    public void close() {
        pause();
        Thread.startVirtualThread(() -> {
            news.close();
            database.drop();
        });
    }
}
