package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** The files of the embedded server and the programs that make, start and stop it. */
record EmbeddedCluster(Path directory, Path log, PostgresPrograms programs) {

    // After a crash the server first replays its log; pg_ctl gives up waiting after this many seconds.
    private static final String START_WAIT_S = "600";
    private static final String STOP_WAIT_S = "60";

    // Given on the command line, so that ALTER SYSTEM cannot quietly take durability away.
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "100",
            "timezone", "UTC",
            "log_timezone", "UTC");

    static EmbeddedCluster in(Path dataDirectory, PostgresPrograms programs) {
        return new EmbeddedCluster(dataDirectory.resolve("postgres"), dataDirectory.resolve("postgres.log"), programs);
    }

    boolean exists() {
        return Files.isDirectory(directory);
    }

    /** A directory under its final name is always a whole cluster: a start killed half-way is begun again. */
    void initialise(Credential superuser) throws IOException {
        var unfinished = directory.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        var password = Files.createTempFile(
                directory.getParent(),
                "initdb-",
                ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, superuser.password());
            var outcome = programs.run(
                    "initdb",
                    List.of(
                            "-D",
                            unfinished.toString(),
                            "--username=" + superuser.user(),
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums"));
            if (!outcome.succeeded()) {
                throw refused("cannot be initialised", outcome.lastLine());
            }
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    void start(int port) throws IOException {
        keepOnlyTheLastLog();
        var settings = new TreeMap<>(SETTINGS);
        settings.put("port", String.valueOf(port));
        var options = settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        var outcome = pgCtl("-l", log.toString(), "-o", options, "-w", "-t", START_WAIT_S, "start");
        if (!outcome.succeeded()) {
            throw refused("does not start", lastWords(outcome));
        }
    }

    private void keepOnlyTheLastLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    PostgresPrograms.Outcome stop() throws IOException {
        return pgCtl("-m", "fast", "-w", "-t", STOP_WAIT_S, "stop");
    }

    private PostgresPrograms.Outcome pgCtl(String... arguments) throws IOException {
        var whole = new ArrayList<>(List.of("-D", directory.toString()));
        whole.addAll(List.of(arguments));
        return programs.run("pg_ctl", whole);
    }

    private String lastWords(PostgresPrograms.Outcome outcome) throws IOException {
        if (!Files.exists(log)) {
            return outcome.lastLine();
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .reduce((first, second) -> second)
                    .orElse(outcome.lastLine());
        }
    }

    private StartRefused refused(String what, String why) {
        return new StartRefused(
                "The embedded PostgreSQL in " + directory + " " + what + ": " + why,
                "See " + log + " for the details.");
    }
}
