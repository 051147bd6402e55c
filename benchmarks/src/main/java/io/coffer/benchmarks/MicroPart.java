package io.coffer.benchmarks;

import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Part F: JMH. */
final class MicroPart {

    private MicroPart() {}

    static List<Figure> run(Pace pace) throws RunnerException {
        var options = new OptionsBuilder()
                .include("io.coffer.benchmarks.micro.*")
                .forks(pace.scaled(1, 1, 0))
                .warmupIterations(pace.scaled(3, 1, 1))
                .warmupTime(TimeValue.milliseconds(pace.scaled(700, 200, 10)))
                .measurementIterations(pace.scaled(5, 2, 1))
                .measurementTime(TimeValue.milliseconds(pace.scaled(500, 200, 10)))
                .shouldFailOnError(true)
                .verbosity(pace.equals(Pace.TINY) ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var figures = new ArrayList<Figure>();
        for (var result : new Runner(options).run()) {
            figures.add(figure(result));
        }
        return figures;
    }

    private static Figure figure(RunResult result) {
        var params = result.getParams();
        var iterations = result.getBenchmarkResults().stream()
                .flatMap(benchmark -> benchmark.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
        return Figure.of("jmh", method(params), parameter(params), "ns", iterations);
    }

    private static String method(BenchmarkParams params) {
        var name = params.getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String parameter(BenchmarkParams params) {
        return params.getParamsKeys().stream().map(params::getParam).reduce("", String::concat);
    }
}
