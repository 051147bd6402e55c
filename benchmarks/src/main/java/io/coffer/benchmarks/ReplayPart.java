package io.coffer.benchmarks;

import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.benchmarks.replay.AxonProcessor;
import io.coffer.benchmarks.replay.AxonProcessor.Kind;
import io.coffer.benchmarks.replay.AxonProcessor.Work;
import io.coffer.benchmarks.replay.SaleMessages;
import io.coffer.benchmarks.replay.StoredRows;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.ProjectionTables;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.TimedFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Part D: how fast a log of mixed events is read again. */
final class ReplayPart {

    private static final int OUR_POOL = 10;
    private static final int PROCESSOR_SECONDS = 25;

    private final Pace pace;
    private final DurableServer server;
    private final List<Figure> figures = new ArrayList<>();

    ReplayPart(Pace pace, DurableServer server) {
        this.pace = pace;
        this.server = server;
    }

    List<Figure> run() throws Exception {
        ours();
        stock();
        return figures;
    }

    private void ours() throws Exception {
        var database = server.fresh("replay");
        var events = pace.scaled(1_000_000, 100_000, 3_000);
        try (var contender = Contenders.ours(database);
                var rows = database.withReadSide().asRuntime().pool(OUR_POOL)) {
            timed("filling", events, () -> new SaleMessages(1).fill(contender.engine(), events));
            database.execute("VACUUM ANALYZE");
            var reading = new StoredJson(Contenders.JSON);
            var feed = new TimedFeed(database.unpooled(), rows, Database.runtimeRole(), reading);
            var stored = new StoredRows(rows, reading);
            // The first pass is for the compiler.
            var all = stored.readAll();
            timed("read and decode", all, stored::readAll);
            timed("coffer, trivial", all, feed::trivial);
            timed("coffer, ledger and balances", all, () -> both(feed));
            for (var kind : List.of(Kind.TRACKING_TUNED, Kind.POOLED_TUNED)) {
                add(
                        "axon " + name(kind) + " over coffer",
                        all,
                        AxonProcessor.perSecond(
                                kind, Work.COUNT, contender.engine(), database, all, PROCESSOR_SECONDS));
            }
        }
        server.drop(database);
    }

    private void stock() throws Exception {
        var database = server.fresh("stock");
        var events = pace.scaled(200_000, 50_000, 1_000);
        try (var contender = Contenders.stock(database)) {
            var all = new SaleMessages(1).fill(contender.engine(), events);
            var seconds = pace.scaled(PROCESSOR_SECONDS, 8, 2);
            for (var kind : Kind.values()) {
                add(
                        "axon-jdbc, " + name(kind),
                        all,
                        AxonProcessor.perSecond(kind, Work.COUNT, contender.engine(), database, all, seconds));
            }
            var projections = List.of(TestProjections.ledger(), TestProjections.account());
            for (var projection : projections) {
                var tables = ProjectionTables.of(projection.name());
                database.execute(tables.definition());
                for (var index : tables.indexes()) {
                    database.execute(index);
                }
            }
            // Not the pooled one: its segments would post side by side what has one order.
            add(
                    "axon-jdbc, tracking, ledger and balances",
                    all,
                    AxonProcessor.perSecond(
                            Kind.TRACKING,
                            (event, rows) -> projections.stream()
                                    .filter(projection -> projection.concerns(event.aggregateId()))
                                    .forEach(projection -> projection.apply(List.of(event), rows)),
                            contender.engine(),
                            database,
                            all,
                            seconds));
        }
        server.drop(database);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Both at once, each on its own thread as in a running Coffer; done when the slower one is. */
    private static long both(TimedFeed feed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var projections = List.of(TestProjections.ledger(), TestProjections.account());
            var least = Long.MAX_VALUE;
            for (var fed : threads.invokeAll(projections.stream()
                    .map(projection -> (Callable<Long>) () -> feed.feed(projection))
                    .toList())) {
                least = Math.min(least, fed.get());
            }
            return least;
        }
    }

    private void timed(String subject, long events, Callable<Long> work) throws Exception {
        var begun = System.nanoTime();
        var reached = work.call();
        if (reached < events) {
            throw new IllegalStateException(subject + " stopped at " + reached + " of " + events);
        }
        add(subject, events, reached * 1e9 / (System.nanoTime() - begun));
    }

    private void add(String subject, long events, double perSecond) {
        figures.add(Figure.of("replay", subject, "one pass", "events/s", perSecond)
                .with(Map.of("events in the log", Long.toString(events))));
    }
}
