package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL of our own, on loopback only, whose data outlives the process. */
final class EmbeddedDatabase implements Database, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int PORT_ATTEMPTS = 3;

    private final DirectoryLock lock;
    private final EmbeddedCluster cluster;
    private final EmbeddedPasswords passwords;
    private final int port;

    private EmbeddedDatabase(DirectoryLock lock, EmbeddedCluster cluster, EmbeddedPasswords passwords, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
    }

    static EmbeddedDatabase start(DataDirectory data, DatabaseProperties properties) {
        try {
            var directory = data.create();
            var lock = DirectoryLock.take(directory);
            try {
                return start(directory, lock, properties);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new StartRefused(
                    "The data directory " + data.path() + " cannot be used: " + failure,
                    "Give a directory that this user may write to by " + DataDirectory.PROPERTY + ".",
                    failure);
        }
    }

    private static EmbeddedDatabase start(Path directory, DirectoryLock lock, DatabaseProperties properties)
            throws IOException {
        var binaries = Objects.requireNonNullElse(properties.embeddedBinaries(), directory.resolve("binaries"));
        var programs = new PostgresPrograms(PostgresBinaries.unpack(binaries.toAbsolutePath()));
        var cluster = EmbeddedCluster.in(directory, programs);
        var passwords = EmbeddedPasswords.readOrCreate(directory, cluster.exists());
        if (cluster.exists()) {
            OrphanedServer.clear(cluster.directory(), programs);
        } else {
            cluster.initialise(passwords.superuser());
        }
        var database = new EmbeddedDatabase(lock, cluster, passwords, startOnPort(cluster, properties.embeddedPort()));
        LOG.info("Embedded PostgreSQL on {}, data in {}", database.url(), cluster.directory());
        try {
            EmbeddedRoles.ensure(database, passwords);
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    // Another process can take a free port between the look and the use.
    private static int startOnPort(EmbeddedCluster cluster, int configured) throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = configured == 0 ? freePort() : configured;
            try {
                cluster.start(port);
                return port;
            } catch (StartRefused refused) {
                if (configured != 0
                        || attempt == PORT_ATTEMPTS
                        || !refused.reason().contains("create any TCP")) {
                    throw refused;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String url() {
        return url(EmbeddedRoles.DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Credential superuser() {
        return passwords.superuser();
    }

    @Override
    public Credential owner() {
        return passwords.owner();
    }

    @Override
    public Credential runtime() {
        return passwords.runtime();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            var outcome = cluster.stop();
            if (outcome.succeeded()) {
                LOG.info("Embedded PostgreSQL stopped");
            } else {
                LOG.warn("The embedded PostgreSQL did not stop: {}", outcome.lastLine());
            }
        }
    }
}
