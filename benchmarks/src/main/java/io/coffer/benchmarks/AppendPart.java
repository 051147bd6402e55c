package io.coffer.benchmarks;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.measure.Rounds;
import io.coffer.benchmarks.postgres.DurableServer;
import java.util.ArrayList;
import java.util.List;

/** Part A: who appends how many events a second. */
record AppendPart(Launch launch, Launch jpa) {

    private static final String JPA_PROGRAM = "io.coffer.benchmarks.jpa.JpaProgram";
    private static final String DATABASE = "append";

    // With a carrier for each of two cores the clients take PostgreSQL's from it.
    private static final String ONE_CARRIER = "-Djdk.virtualThreadScheduler.parallelism=1";

    List<Figure> run(Pace pace, DurableServer server) throws Exception {
        return Rounds.of(pace.scaled(3, 1, 1), () -> round(pace, server));
    }

    private List<Figure> round(Pace pace, DurableServer server) throws Exception {
        var figures = new ArrayList<Figure>();
        var program = launch.with(ONE_CARRIER);
        for (var subject :
                List.of(AppendProgram.LIMITS, AppendProgram.STOCK, AppendProgram.TUNED, AppendProgram.OURS)) {
            figures.addAll(run(program, AppendProgram.class.getName(), List.of(subject), pace, server));
        }
        figures.addAll(run(jpa, JPA_PROGRAM, List.of(), pace, server));
        return figures;
    }

    private static List<Figure> run(
            Launch launch, String program, List<String> subject, Pace pace, DurableServer server) throws Exception {
        var database = server.fresh(DATABASE);
        try {
            var arguments = new ArrayList<>(subject);
            arguments.addAll(List.of(database.url(), pace.name()));
            return launch.figuresOf(program, arguments);
        } finally {
            server.drop(database);
        }
    }
}
