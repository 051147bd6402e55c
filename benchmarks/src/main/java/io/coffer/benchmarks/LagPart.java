package io.coffer.benchmarks;

import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Latencies;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Part G: how long an event of another process takes to be read here, from the time that the store gave it. */
record LagPart(Launch launch) {

    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);
    private static final int PAGE = 100;

    List<Figure> run(Pace pace, DurableServer server) throws Exception {
        var database = server.fresh("lag").withOurStore();
        var events = pace.scaled(2_000, 500, 20);
        var writer = launch.start(
                LagProgram.class.getName(),
                List.of(database.url(), Integer.toString(events)),
                ProcessBuilder.Redirect.INHERIT);
        try {
            // The first half is for the compilers of both processes.
            var lags = read(database, events, events / 2);
            return List.of(Figure.of(
                            "lag",
                            "commit to read",
                            "two processes",
                            "ms",
                            lags.percentile(0.5).toNanos() / 1e6)
                    .with(Map.of(
                            "events",
                            Long.toString(lags.count()),
                            "p99 µs",
                            Long.toString(lags.percentile(0.99).toNanos() / 1_000))));
        } finally {
            writer.destroy();
            writer.onExit().join();
            server.drop(database);
        }
    }

    private static Latencies read(Database database, int events, int warm) throws Exception {
        var lags = new Latencies();
        try (var rows = database.asRuntime().pool(2);
                var news = new NewEvents(database.asRuntime().unpooled())) {
            var log = new EventLog(rows);
            var position = 0L;
            while (position < events) {
                if (!news.awaitAfter(position, SILENCE_MAX)) {
                    throw new IllegalStateException("Nothing came after event " + position);
                }
                for (var event : log.after(position, PAGE)) {
                    position = event.position();
                    if (position > warm) {
                        lags.add(Duration.between(event.bookedAt(), Instant.now())
                                .toNanos());
                    }
                }
            }
        }
        return lags;
    }
}
