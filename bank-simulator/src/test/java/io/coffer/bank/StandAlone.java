package io.coffer.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A bank in a process of its own, which ends by kill -9. */
final class StandAlone implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Caller caller;

    StandAlone(Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BankSimulator.class.getName());
        builder.environment().put("COFFER_BANK_JOURNAL", directory.toString());
        builder.environment().put("COFFER_BANK_PORT", "0");
        process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        caller = new Caller(URI.create(String.valueOf(output.readLine()).replace("Bank simulator at ", "")));
    }

    Caller caller() {
        return caller;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }
}
