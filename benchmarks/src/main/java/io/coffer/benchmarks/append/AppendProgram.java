package io.coffer.benchmarks.append;

import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One contender in a process of its own, so that none runs code that was compiled for another. */
public final class AppendProgram {

    public static final String OURS = "coffer";
    public static final String STOCK = "axon-jdbc";
    public static final String TUNED = "axon-jdbc tuned";
    public static final String LIMITS = "limits";

    /** In a module of its own. */
    public static final String JPA = "axon-jpa";

    private static final List<Integer> THREADS = List.of(8, 16, 32, 64);

    private AppendProgram() {}

    /** Makes one contender on a database. */
    @FunctionalInterface
    public interface Making {
        Contender on(Database database, int threads) throws Exception;
    }

    /** Arguments: contender, database, pace, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        var database = new Database(arguments[1]);
        var pace = Pace.named(arguments[2]);
        Figures.report(measure(arguments[0], database, pace), Path.of(arguments[3]));
    }

    public static List<Figure> measure(String subject, Database database, Pace pace) throws Exception {
        return switch (subject) {
            case OURS -> one(subject, Contenders.ours(database), pace);
            case STOCK -> one(subject, Contenders.stock(database), pace);
            case TUNED -> best(subject, database, pace, Contenders::tunedStock);
            case LIMITS -> new RawRows(database, pace).measure();
            default -> throw new IllegalArgumentException("No contender is called " + subject);
        };
    }

    /** Measures a contender as it is. */
    public static List<Figure> one(String subject, Contender contender, Pace pace) throws Exception {
        try (var desk = new Desk(contender)) {
            var measurement = new AppendMeasurement(subject, pace);
            measurement.warmUp(desk);
            return measurement.allLoads(desk);
        }
    }

    /** Looks for the number of threads that serves 64 clients best, then measures with that. */
    public static List<Figure> best(String subject, Database database, Pace pace, Making making) throws Exception {
        var measurement = new AppendMeasurement(subject, pace);
        var tried = new ArrayList<Trial>();
        for (var threads : THREADS) {
            try (var desk = new Desk(making.on(database, threads))) {
                if (tried.isEmpty()) {
                    measurement.warmUp(desk);
                }
                tried.add(new Trial(threads, measurement.uniform(desk, 64).median()));
            }
        }
        var best = tried.stream()
                .max(Comparator.comparingDouble(Trial::perSecond))
                .orElseThrow()
                .threads();
        try (var desk = new Desk(making.on(database, best))) {
            return measurement.allLoads(desk);
        }
    }

    private record Trial(int threads, double perSecond) {}
}
