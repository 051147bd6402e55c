package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server of a Coffer that was killed: it lives on and holds the data directory. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final String PID_FILE = "postmaster.pid";

    private OrphanedServer() {}

    /** Called under the {@link DirectoryLock}: no living Coffer uses the server that is found here. */
    static void clear(Path cluster, PostgresPrograms programs) throws IOException {
        var file = cluster.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return;
        }
        var process = pid(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            discard(file, "its process has ended");
        } else if (serves(process.get(), cluster)) {
            stop(cluster, programs, process.get().pid());
        } else {
            // Common in containers, where low process numbers come round; PostgreSQL itself would refuse to start.
            discard(file, "process " + process.get().pid() + " is something else");
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream().findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** A postmaster works in its data directory, which proves more than its number or its arguments. */
    static boolean serves(ProcessHandle process, Path cluster) throws IOException {
        var proc = Path.of("/proc", String.valueOf(process.pid()));
        if (Files.isDirectory(proc)) {
            return reads(proc.resolve("exe"))
                            .filter(exe -> exe.contains("/postgres"))
                            .isPresent()
                    && reads(proc.resolve("cwd"))
                            .filter(cluster.toRealPath().toString()::equals)
                            .isPresent();
        }
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()
                && process.info().arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
    }

    // Another user's process, or one that just ended, shows nothing; our own postmaster is always readable.
    private static Optional<String> reads(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void stop(Path cluster, PostgresPrograms programs, long pid) throws IOException {
        LOG.warn("Stopping the PostgreSQL that a killed Coffer left behind in {}, process {}", cluster, pid);
        var outcome = programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
        if (!outcome.succeeded() && Files.exists(cluster.resolve(PID_FILE))) {
            throw new StartRefused(
                    "The PostgreSQL left behind in " + cluster + " does not stop: " + outcome.lastLine(),
                    "End process " + pid + " and start again.");
        }
    }

    // Safe: a server that still had the directory's shared memory would be found by the next one's own check.
    private static void discard(Path file, String reason) throws IOException {
        LOG.info("Discarding {}: {}", file, reason);
        Files.deleteIfExists(file);
    }
}
