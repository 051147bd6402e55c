package io.coffer.benchmarks;

import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.DurableServer;
import io.coffer.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs what is asked for and writes down what came out; without arguments all parts at full length, then the report. */
public final class Benchmarks {

    private static final List<String> PARTS =
            List.of("append", "bytes", "http", "replay", "history", "loads", "lag", "jmh", "report");

    private Benchmarks() {}

    /** Arguments: {@code --quick} or {@code --tiny}, {@code --keep}, and any of the parts. */
    public static void main(String[] arguments) throws Exception {
        var wanted = new ArrayList<>(Arrays.asList(arguments));
        var kept = wanted.remove("--keep");
        var pace = wanted.remove("--quick") ? Pace.QUICK : wanted.remove("--tiny") ? Pace.TINY : Pace.FULL;
        if (wanted.isEmpty()) {
            wanted.addAll(PARTS);
        }
        if (!PARTS.containsAll(wanted)) {
            throw new IllegalArgumentException("The parts are " + PARTS + "; asked for " + wanted);
        }
        var repository = Path.of(System.getProperty("coffer.repository", "."));
        var results = Results.in(repository, kept || pace.equals(Pace.FULL));
        for (var part : wanted) {
            if (part.equals("report")) {
                Files.writeString(results.page(), new Report(Figures.read(results.file())).text());
            } else {
                var figures = new ArrayList<>(measure(part, pace, repository));
                figures.add(Figure.of("pace", part, "last run", "", 1).with(Map.of("pace", pace.name())));
                Figures.read(results.file()).with(figures).write(results.file());
            }
        }
    }

    private static List<Figure> measure(String part, Pace pace, Path repository) throws Exception {
        var launch = Launch.here();
        return switch (part) {
            case "http" -> new HttpPart(launch, repository).run(pace);
            case "jmh" -> MicroPart.run(pace);
            default -> {
                try (var server = DurableServer.start()) {
                    var figures = new ArrayList<>(onServer(part, pace, server, launch));
                    figures.add(Figure.of("server", "settings", "all", "", 1).with(server.settings()));
                    yield figures;
                }
            }
        };
    }

    private static List<Figure> onServer(String part, Pace pace, DurableServer server, Launch launch) throws Exception {
        return switch (part) {
            case "append" ->
                new AppendPart(launch, Launch.of(System.getProperty("coffer.benchmarks.jpa"))).run(pace, server);
            case "bytes" -> BytesPart.run(pace, server);
            case "replay" -> new ReplayPart(pace, server).run();
            case "history" -> HistoryPart.run(pace, server);
            case "loads" -> LoadPart.run(pace, server);
            case "lag" -> new LagPart(launch).run(pace, server);
            default -> throw new IllegalArgumentException(part);
        };
    }
}
