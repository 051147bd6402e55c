package io.coffer.benchmarks;

import io.coffer.benchmarks.http.LoadProgram;
import io.coffer.benchmarks.http.ServedProcess;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Part C: opening accounts through HTTP, beside a handler that does nothing and beside Axon's own engine. */
record HttpPart(Launch launch, Path repository) {

    private static final String OPENING = "/v1/escrow-accounts";
    private static final String NOTHING = "/v1/nothing";
    private static final String STOCK_ENGINE = "--coffer.event-store.engine=axon-jdbc";

    List<Figure> run(Pace pace) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var issuer = ServedProcess.issuer(this::start, settings())) {
            figures.addAll(serve(pace, issuer, List.of(), "coffer", OPENING));
            figures.addAll(serve(pace, issuer, List.of(), "empty handler", NOTHING));
            figures.addAll(serve(pace, issuer, List.of(STOCK_ENGINE), "axon-jdbc", OPENING));
        }
        return figures;
    }

    private List<Figure> serve(Pace pace, ServedProcess issuer, List<String> properties, String subject, String path)
            throws Exception {
        try (var served = ServedProcess.commandSide(this::start, settings(), issuer, properties)) {
            var file = Files.createTempFile("coffer-benchmark-", ".json");
            Files.delete(file);
            launch.run(
                    LoadProgram.class,
                    List.of(
                            subject,
                            Integer.toString(served.port()),
                            path,
                            issuer.token(),
                            pace.name(),
                            file.toString()));
            var figures = Figures.read(file).all();
            Files.delete(file);
            return figures;
        }
    }

    private Path settings() {
        return repository.resolve("app/src/main/resources/application.yml").toAbsolutePath();
    }

    private Process start(String program, List<String> arguments, Path output) throws IOException {
        return launch.start(program, arguments, ProcessBuilder.Redirect.to(output.toFile()));
    }
}
