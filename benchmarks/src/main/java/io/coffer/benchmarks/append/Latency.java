package io.coffer.benchmarks.append;

import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Pace;

/** How long commands take on an engine that somebody else keeps open. */
public final class Latency {

    private Latency() {}

    public static ClosedLoop.Outcome ofCommands(Contender contender, Pace pace, int clients) throws Exception {
        var borrowed = new Contender(
                contender.engine(),
                contender.transactions(),
                contender.cached(),
                contender.timeLimited(),
                contender.threads(),
                contender.clients(),
                () -> {});
        try (var desk = new Desk(borrowed)) {
            return new AppendMeasurement("command", pace).ownShares(desk, clients, pace);
        }
    }
}
