package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code initdb} and {@code pg_ctl} of one unpacked PostgreSQL, as root too. */
record PostgresPrograms(Path home) {

    /** What a program printed, and whether it succeeded. */
    record Outcome(boolean succeeded, String output) {

        String lastLine() {
            return output.strip().lines().reduce((first, second) -> second).orElse("no output");
        }
    }

    Outcome run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The operator's own PGDATA or PGOPTIONS mean another server; messages stay English so that we can quote them.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(exitCode(process) == 0, output);
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "Interrupted while waiting for " + process.info().command(), interrupted);
        }
    }

    // PostgreSQL refuses to run as root; in a user namespace without mapping root is nobody, yet owns its files.
    private static List<String> asOrdinaryUser() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "-U");
        }
        throw new StartRefused(
                "PostgreSQL does not run as root, and this machine gives root no user namespace (unshare -U).",
                "Start Coffer as an ordinary user, or give a PostgreSQL server by COFFER_DB_URL.");
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }
}
