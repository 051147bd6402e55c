package io.coffer.benchmarks;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.http.AxonDefaults;
import io.coffer.benchmarks.http.EmptyHandler;
import io.coffer.benchmarks.http.LoadProgram;
import io.coffer.benchmarks.http.ServedProcess;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
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
            "--" + AxonDefaults.PROPERTY + "=true",
            "--spring.threads.virtual.enabled=false");

    List<Figure> run(Pace pace) throws Exception {
        try (var issuer = ServedProcess.issuer(this::start, settings());
                var ours = serve(issuer, List.of());
                var empty = serve(issuer, List.of());
                var stock = serve(issuer, STOCK)) {
            var arguments = new ArrayList<>(List.of(issuer.token(), pace.name()));
            arguments.addAll(LoadProgram.contender(AppendProgram.OURS, ours, LoadProgram.ACCOUNTS));
            arguments.addAll(LoadProgram.contender(LoadProgram.EMPTY, empty, EmptyHandler.PATH));
            arguments.addAll(LoadProgram.contender(AppendProgram.STOCK, stock, LoadProgram.ACCOUNTS));
            return launch.figuresOf(LoadProgram.class.getName(), arguments);
        }
    }

    private ServedProcess serve(ServedProcess issuer, List<String> properties) throws Exception {
        return ServedProcess.commandSide(this::start, settings(), issuer, properties);
    }

    private Path settings() {
        return repository.resolve("app/src/main/resources/application.yml").toAbsolutePath();
    }

    private Process start(String program, List<String> arguments, Path output) throws IOException {
        return launch.with("@" + repository.resolve("app/src/main/jvm.options"))
                .start(program, arguments, ProcessBuilder.Redirect.to(output.toFile()));
    }
}
