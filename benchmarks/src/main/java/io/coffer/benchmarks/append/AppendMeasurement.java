package io.coffer.benchmarks.append;

import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Compilers;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Puts one desk under the loads of the report. */
public final class AppendMeasurement {

    public static final List<Integer> CLIENTS = List.of(1, 16, 64, 256, 1_024);
    public static final int HOT_CLIENTS = 64;
    public static final String HOT = load(HOT_CLIENTS) + ", one aggregate";
    private static final int WARM_CLIENTS = 64;

    private final String subject;
    private final Pace pace;
    private final int notebooks;

    AppendMeasurement(String subject, Pace pace) {
        this.subject = subject;
        this.pace = pace;
        this.notebooks = pace.scaled(4_096, 4_096, 1_024);
    }

    /** What a figure of so many clients is kept under. */
    public static String load(int clients) {
        return clients + " clients";
    }

    /** Loads until the code is compiled and every notebook has been begun. */
    void warmUp(Desk desk) throws Exception {
        // One alone at first: sixty-four on a cold JVM once stood still until their pool of connections gave up.
        ownShares(desk, 1, pace.briefly());
        Compilers.here().warmUp(1, pace.scaled(6, 1, 1), () -> ownShares(desk, WARM_CLIENTS, pace.warmingUp()));
    }

    List<Figure> allLoads(Desk desk) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var clients : CLIENTS) {
            figures.add(uniform(desk, clients));
        }
        figures.add(hot(desk));
        return figures;
    }

    Figure uniform(Desk desk, int clients) throws Exception {
        return figure(desk, load(clients), ownShares(desk, clients, pace));
    }

    /** Every client has notebooks of its own, so nobody waits for another's. */
    ClosedLoop.Outcome ownShares(Desk desk, int clients, Pace measured) throws Exception {
        return run(desk, clients, measured, this::ownShare);
    }

    /** All clients write in one notebook. */
    Figure hot(Desk desk) throws Exception {
        return figure(desk, HOT, run(desk, HOT_CLIENTS, pace, (_, _) -> _ -> notebooks));
    }

    /** Which notebook a client takes for its nth command. */
    @FunctionalInterface
    private interface Choice {
        IntUnaryOperator of(int client, int clients);
    }

    private IntUnaryOperator ownShare(int client, int clients) {
        var share = Math.max(1, notebooks / clients);
        return turn -> client + clients * (turn % share);
    }

    private static ClosedLoop.Outcome run(Desk desk, int clients, Pace pace, Choice choice) throws Exception {
        return ClosedLoop.run(clients, desk.clients(), pace, client -> {
            var writer = desk.new Writer(System.nanoTime() ^ ((long) client << 48));
            var notebook = choice.of(client, clients);
            var turn = new int[1];
            return () -> writer.write(notebook.applyAsInt(turn[0]++));
        });
    }

    private Figure figure(Desk desk, String at, ClosedLoop.Outcome outcome) {
        return Figure.of("append", subject, at, "events/s", outcome.perSecond())
                .with(Map.of(
                        "p50 µs", micros(outcome, 0.5),
                        "p99 µs", micros(outcome, 0.99),
                        "threads", desk.threads() == 0 ? "as clients" : Integer.toString(desk.threads())));
    }

    private static String micros(ClosedLoop.Outcome outcome, double share) {
        return Long.toString(outcome.latencies().percentile(share).toNanos() / 1_000);
    }
}
