package io.coffer.benchmarks.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own that loses nothing; its directory goes with it. */
public final class DurableServer implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    // Room enough that nobody pays for a checkpoint or an eviction that another caused.
    private static final Map<String, String> ROOM = Map.of(
            "shared_buffers", "2GB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "30min",
            "max_connections", "200");

    private final Path directory;
    private final EmbeddedPostgres server;

    private DurableServer(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    public static DurableServer start() throws IOException, SQLException {
        var directory = Files.createTempDirectory("coffer-benchmark-");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                .setCleanDataDirectory(false)
                // As the program's own: comparing keys by the rules of a language takes several times as long.
                .setLocaleConfig("locale", "C");
        DURABLE.forEach(builder::setServerConfig);
        ROOM.forEach(builder::setServerConfig);
        var started = new DurableServer(directory, builder.start());
        started.requireDurable();
        return started;
    }

    private void requireDurable() throws SQLException {
        for (var setting : DURABLE.entrySet()) {
            var shown = text("SHOW " + setting.getKey());
            if (!setting.getValue().equals(shown)) {
                throw new IllegalStateException("PostgreSQL shows " + setting.getKey() + " = " + shown);
            }
        }
    }

    /** What SHOW says about everything that was set, and the version. */
    public Map<String, String> settings() throws SQLException {
        var shown = new TreeMap<String, String>();
        shown.put("server_version", text("SHOW server_version"));
        for (var name : DURABLE.keySet()) {
            shown.put(name, text("SHOW " + name));
        }
        for (var name : ROOM.keySet()) {
            shown.put(name, text("SHOW " + name));
        }
        return shown;
    }

    /** An empty database; what earlier ones left to write is on disk. */
    public Database fresh(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute("CREATE DATABASE " + name);
        execute("CHECKPOINT");
        return new Database(url(name));
    }

    public void drop(Database database) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?user=postgres";
    }

    private void execute(String sql) throws SQLException {
        new Database(url("postgres")).execute(sql);
    }

    private String text(String sql) throws SQLException {
        return new Database(url("postgres")).text(sql);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
