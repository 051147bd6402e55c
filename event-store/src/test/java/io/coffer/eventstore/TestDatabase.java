package io.coffer.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own per test, copied from a migrated one: what was booked cannot be cleaned up afterwards. */
record TestDatabase(PGSimpleDataSource owner, PGSimpleDataSource runtime) {

    private static final String OWNER = "postgres";
    private static final String RUNTIME = "store_runtime";
    private static final String MIGRATED = "migrated";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    static TestDatabase create() {
        String name = "test_" + COUNTER.incrementAndGet();
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
        return new TestDatabase(dataSource(OWNER, name), dataSource(RUNTIME, name));
    }

    /** An empty one, as it is before any build was there. */
    static TestDatabase empty() {
        String name = "test_" + COUNTER.incrementAndGet();
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name);
        return new TestDatabase(dataSource(OWNER, name), dataSource(RUNTIME, name));
    }

    void migrate(String target) {
        migrate(owner, target);
    }

    private static void migrate(DataSource owner, String target) {
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema("store")
                .locations("classpath:db/migration/store")
                .placeholders(Map.of("runtimeRole", RUNTIME))
                .target(target)
                .load()
                .migrate();
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    long count(String table) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(table, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            execute(server.getPostgresDatabase(), "CREATE ROLE " + RUNTIME + " LOGIN");
            execute(server.getPostgresDatabase(), "CREATE DATABASE " + MIGRATED);
            migrate(server.getDatabase(OWNER, MIGRATED), "latest");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PGSimpleDataSource dataSource(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {SERVER.getPort()});
        source.setUser(user);
        source.setDatabaseName(database);
        return source;
    }
}
