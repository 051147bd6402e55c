package io.coffer.benchmarks;

import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts programs in processes of their own, on a class path of their own.
 *
 * @param further arguments for the JVM, beside those that all get
 */
record Launch(String classPath, List<String> further) {

    private static final List<String> JVM = List.of(
            "-Xms1g", "-Xmx4g", "-Daxoniq.update-checker.disabled=true", "-Ddisable-axoniq-console-message=true");

    static Launch here() {
        return of(System.getProperty("java.class.path"));
    }

    static Launch of(String classPath) {
        return new Launch(classPath, List.of());
    }

    /** The same with one more argument for the JVM. */
    Launch with(String argument) {
        return new Launch(
                classPath, Stream.concat(further.stream(), Stream.of(argument)).toList());
    }

    /** What a program measures that takes the file for its figures as last argument. */
    List<Figure> figuresOf(String program, List<String> arguments) throws IOException, InterruptedException {
        var file = Files.createTempFile("coffer-benchmark-", ".json");
        try {
            var all = new ArrayList<>(arguments);
            all.add(file.toString());
            run(program, all);
            return Figures.read(file).all();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void run(String program, List<String> arguments) throws IOException, InterruptedException {
        var exit = start(program, arguments, ProcessBuilder.Redirect.INHERIT).waitFor();
        if (exit != 0) {
            throw new IllegalStateException(program + " " + arguments + " ended with " + exit);
        }
    }

    Process start(String program, List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(further);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }
}
