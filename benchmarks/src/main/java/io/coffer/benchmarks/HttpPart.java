package io.coffer.benchmarks;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.http.EmptyHandler;
import io.coffer.benchmarks.http.LoadProgram;
import io.coffer.benchmarks.http.ServedProcess;
import io.coffer.benchmarks.http.TimeLimited;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.measure.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Part C: opening and amending accounts through HTTP, beside a handler that does nothing and beside Axon's own engine. */
record HttpPart(Launch launch, Path repository) {

    // As the auto-configurations of Axon and Spring Boot would have it.
    private static final List<String> STOCK = List.of(
            "--coffer.event-store.engine=axon-jdbc",
            "--coffer.aggregates.cached=0",
            "--" + TimeLimited.PROPERTY + "=true",
            "--spring.threads.virtual.enabled=false");

    List<Figure> run(Pace pace) throws Exception {
        try (var issuer = ServedProcess.issuer(this::start, settings())) {
            return Rounds.of(pace.scaled(2, 1, 1), () -> round(pace, issuer));
        }
    }

    private List<Figure> round(Pace pace, ServedProcess issuer) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(serve(pace, issuer, List.of(), AppendProgram.OURS, LoadProgram.ACCOUNTS));
        figures.addAll(serve(pace, issuer, List.of(), LoadProgram.EMPTY, EmptyHandler.PATH));
        figures.addAll(serve(pace, issuer, STOCK, AppendProgram.STOCK, LoadProgram.ACCOUNTS));
        return figures;
    }

    private List<Figure> serve(Pace pace, ServedProcess issuer, List<String> properties, String subject, String path)
            throws Exception {
        try (var served = ServedProcess.commandSide(this::start, settings(), issuer, properties)) {
            return launch.figuresOf(
                    LoadProgram.class.getName(),
                    List.of(
                            subject,
                            Integer.toString(served.port()),
                            path,
                            issuer.token(),
                            pace.name(),
                            Long.toString(served.pid())));
        }
    }

    private Path settings() {
        return repository.resolve("app/src/main/resources/application.yml").toAbsolutePath();
    }

    private Process start(String program, List<String> arguments, Path output) throws IOException {
        return launch.with("@" + repository.resolve("app/src/main/jvm.options"))
                .start(program, arguments, ProcessBuilder.Redirect.to(output.toFile()));
    }
}
