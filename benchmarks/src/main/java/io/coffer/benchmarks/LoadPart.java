package io.coffer.benchmarks;

import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.append.LongNotebooks;
import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.benchmarks.postgres.DurableServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Part F: what the length of an aggregate's own history does to its load. */
final class LoadPart {

    /** Lengths that are compared. */
    static final int SHORT = 100;

    static final int LONG = 10_000;

    private static final int MORE = 99;
    private static final int OUR_POOL = 10;

    private final Pace pace;
    private final LongNotebooks notebooks;
    private final int each;
    private final List<Figure> figures = new ArrayList<>();

    private LoadPart(Pace pace, LongNotebooks notebooks) {
        this.pace = pace;
        this.notebooks = notebooks;
        this.each = pace.scaled(32, 16, 2);
    }

    static List<Figure> run(Pace pace, DurableServer server) throws Exception {
        var database = server.fresh("loads");
        try (var rows = database.withOurStore().asRuntime().pool(OUR_POOL);
                var notebooks = new LongNotebooks(rows)) {
            var part = new LoadPart(pace, notebooks);
            part.measure(database);
            return part.figures;
        } finally {
            server.drop(database);
        }
    }

    private void measure(Database database) throws Exception {
        for (var length : List.of(SHORT, LONG)) {
            for (var number = 0; number < each; number++) {
                notebooks.write(name(length, number), 0, length);
            }
        }
        database.execute("VACUUM ANALYZE");
        // The first time is for the compiler, and keeps the states of half of them.
        loop(SHORT, SHORT, 0, each / 2);
        loop(LONG, LONG, 0, each / 2);
        firstLoads(SHORT);
        firstLoads(LONG);
        add(SHORT + " events", loop(SHORT, SHORT, 0, each));
        add(LONG + " events", loop(LONG, LONG, 0, each));
        for (var number = 0; number < each; number++) {
            notebooks.write(name(LONG, number), LONG, LONG + MORE);
        }
        add(LONG + " events and " + MORE + " since the state was kept", loop(LONG, LONG + MORE, 0, each));
    }

    /** Of those whose state was not kept yet: read and folded from the first event. */
    private void firstLoads(int length) {
        var times = new ArrayList<Double>();
        for (var number = each / 2; number < each; number++) {
            var begun = System.nanoTime();
            notebooks.load(name(length, number), length);
            times.add((System.nanoTime() - begun) / 1e3);
        }
        figures.add(Figure.of("loads", length + " events, no state kept", "one at a time", "µs", times));
    }

    private ClosedLoop.Outcome loop(int length, int expected, int from, int to) throws Exception {
        return ClosedLoop.run(1, Contenders.PLATFORM, pace, _ -> {
            var turn = new int[1];
            return () -> notebooks.load(name(length, from + turn[0]++ % (to - from)), expected);
        });
    }

    private static String name(int length, int number) {
        return "L-" + length + "-" + number;
    }

    private void add(String subject, ClosedLoop.Outcome outcome) {
        figures.add(Figure.of(
                        "loads",
                        subject,
                        "one at a time",
                        "µs",
                        outcome.latencies().percentile(0.5).toNanos() / 1e3)
                .with(Map.of(
                        "p99 µs",
                        Long.toString(outcome.latencies().percentile(0.99).toNanos() / 1_000))));
    }
}
