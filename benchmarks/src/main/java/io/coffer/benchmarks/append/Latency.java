package io.coffer.benchmarks.append;

import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Pace;

/** How long commands take on an engine that somebody else keeps open. */
public final class Latency {

    private static final int NOTEBOOKS = 4_096;

    private Latency() {}

    public static ClosedLoop.Outcome ofCommands(Contender contender, Pace pace, int clients) throws Exception {
        var borrowed = new Contender(
                contender.engine(),
                contender.transactions(),
                contender.cached(),
                contender.timeLimited(),
                contender.threads(),
                () -> {});
        try (var desk = new Desk(borrowed)) {
            return ClosedLoop.run(clients, Thread.ofVirtual().factory(), pace, client -> {
                var writer = desk.new Writer(System.nanoTime() ^ ((long) client << 48));
                var turn = new int[1];
                return () -> writer.write(client + clients * (turn[0]++ % (NOTEBOOKS / clients)));
            });
        }
    }
}
