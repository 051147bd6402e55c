package io.coffer.benchmarks;

import io.coffer.benchmarks.append.Contender;
import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.append.Latency;
import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.benchmarks.replay.SaleMessages;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.TimedFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Part E: what a hundred times the history does to a command, a load and a read. */
final class HistoryPart {

    private static final int OUR_POOL = 10;
    private static final int TIMES = 100;
    private static final int CLIENTS = 4;

    private final Pace pace;
    private final Database database;
    private final List<Figure> figures = new ArrayList<>();

    private HistoryPart(Pace pace, Database database) {
        this.pace = pace;
        this.database = database;
    }

    static List<Figure> run(Pace pace, DurableServer server) throws Exception {
        var database = server.fresh("history");
        var part = new HistoryPart(pace, database);
        part.measure();
        server.drop(database);
        return part.figures;
    }

    private void measure() throws Exception {
        var few = pace.scaled(100_000, 10_000, 100);
        try (var contender = Contenders.ours(database);
                var rows = database.withReadSide().asRuntime().pool(OUR_POOL)) {
            var sales = new SaleMessages(1);
            sales.fill(contender.engine(), few);
            var feed =
                    new TimedFeed(database.unpooled(), rows, Database.runtimeRole(), new StoredJson(Contenders.JSON));
            feed.feed(TestProjections.account());
            var schema = feed.schema(TestProjections.account());
            database.execute("VACUUM ANALYZE");
            // The first time is for the compiler.
            look(contender, schema, "warm-up");
            figures.clear();
            look(contender, schema, few + " events");
            sales.fill(contender.engine(), (long) few * (TIMES - 1));
            multiply(schema);
            database.execute("VACUUM ANALYZE");
            look(contender, schema, (long) few * TIMES + " events");
        }
    }

    // What a feed of an hour would have made: the same accounts under other names.
    private void multiply(String schema) throws Exception {
        var others = database.text("""
            SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
             WHERE attrelid = '%s.account'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'
            """.formatted(schema));
        database.execute("""
            INSERT INTO %1$s.account (id, %2$s)
            SELECT a.id || '-' || n, %2$s FROM %1$s.account a CROSS JOIN generate_series(1, %3$d) n
            """.formatted(schema, others, TIMES - 1));
    }

    private void look(Contender contender, String schema, String at) throws Exception {
        var commands = Latency.ofCommands(contender, pace, CLIENTS);
        add("command", at, commands);
        var ids = ids(schema);
        add("load of an account", at, ClosedLoop.run(CLIENTS, Thread.ofVirtual().factory(), pace, client -> {
            var random = new SplittableRandom(client);
            return () -> {
                var id = ids.get(random.nextInt(ids.size()));
                if (contender.engine().readEvents(id).asStream().count() == 0) {
                    throw new IllegalStateException(id + " has no events");
                }
            };
        }));
        try (var rows = database.asRuntime().pool(OUR_POOL)) {
            var jdbc = JdbcClient.create(rows);
            add(
                    "read of an account",
                    at,
                    ClosedLoop.run(CLIENTS, Thread.ofVirtual().factory(), pace, client -> {
                        var random = new SplittableRandom(client);
                        return () -> {
                            var _ = jdbc.sql("select document from " + schema + ".account where id = :id")
                                    .param("id", ids.get(random.nextInt(ids.size())))
                                    .query((row, _) -> Documents.read(row.getString("document"), Map.class))
                                    .single();
                        };
                    }));
        }
    }

    // Only those that have events: the multiplied rows have none.
    private List<String> ids(String schema) {
        return JdbcClient.create(database.unpooled())
                .sql("select id from " + schema + ".account where id not like '%-%-%-%' order by random() limit 20000")
                .query((row, _) -> row.getString("id"))
                .list();
    }

    private void add(String subject, String at, ClosedLoop.Outcome outcome) {
        figures.add(Figure.of(
                        "history",
                        subject,
                        at,
                        "µs (median)",
                        outcome.latencies().percentile(0.5).toNanos() / 1e3)
                .with(Map.of(
                        "p99 µs",
                        Long.toString(outcome.latencies().percentile(0.99).toNanos() / 1_000),
                        "clients",
                        Integer.toString(CLIENTS))));
    }
}
