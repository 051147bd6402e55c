package io.coffer.benchmarks;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.append.Contender;
import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.benchmarks.replay.SaleMessages;
import java.util.List;
import java.util.Map;

/** Part B: what the same events of home sales take on disk, indexes included. */
final class BytesPart {

    private static final long SEED = 1;
    private static final String UNIT = "bytes/event";
    private static final String OURS = "SELECT pg_total_relation_size('store.event')";
    private static final String STOCK = "SELECT pg_total_relation_size('domainevententry')";
    private static final String KEYS = "SELECT pg_total_relation_size('store.operation_key')";
    private static final String KEYED = "SELECT count(*) FROM store.operation_key";

    private BytesPart() {}

    static List<Figure> run(Pace pace, DurableServer server) throws Exception {
        var events = pace.scaled(300_000, 50_000, 2_000);
        var ours = server.fresh("ours");
        var stock = server.fresh("stock");
        var keyed = server.fresh("keyed");
        AppendProgram.one(AppendProgram.OURS, Contenders.ours(keyed), pace.briefly());
        return List.of(
                figure(AppendProgram.OURS, filled(Contenders.ours(ours), events), ours, OURS),
                figure(AppendProgram.STOCK, filled(Contenders.stock(stock), events), stock, STOCK),
                figure("operation keys", keyed.number(KEYED), keyed, KEYS));
    }

    private static long filled(Contender contender, long events) throws Exception {
        try (contender) {
            return new SaleMessages(SEED).fill(contender.engine(), events);
        }
    }

    private static Figure figure(String subject, long rows, Database database, String size) throws Exception {
        return Figure.of("bytes", subject, "home sales", UNIT, (double) database.number(size) / rows)
                .with(Map.of("rows", Long.toString(rows)));
    }
}
