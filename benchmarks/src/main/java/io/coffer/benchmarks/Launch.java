package io.coffer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in processes of their own, on a class path of their own. */
record Launch(String classPath) {

    private static final List<String> JVM = List.of(
            "-Xms1g", "-Xmx4g", "-Daxoniq.update-checker.disabled=true", "-Ddisable-axoniq-console-message=true");

    static Launch here() {
        return new Launch(System.getProperty("java.class.path"));
    }

    void run(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        run(program.getName(), arguments);
    }

    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        var exit = start(program, arguments, ProcessBuilder.Redirect.INHERIT).waitFor();
        if (exit != 0) {
            throw new IllegalStateException(program + " " + arguments + " ended with " + exit);
        }
    }

    Process start(String program, List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }
}
