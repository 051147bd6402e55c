package io.coffer.platform.vault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A real PostgreSQL with the command side's first migration, empty for each test. */
final class VaultDatabase {

    private static final String MIGRATIONS = "filesystem:../command-side/src/main/resources/db/migration/command";
    private static final EmbeddedPostgres SERVER = start();

    private final AtomicInteger connections = new AtomicInteger();

    VaultDatabase() {
        execute(
                SERVER.getPostgresDatabase(),
                "truncate command.vault_key, command.vault_value, command.vault_subject, command.vault_shredding");
    }

    DataSource runtime() {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {SERVER.getPort()});
        source.setUser("vault_runtime");
        source.setDatabaseName("postgres");
        source.setCurrentSchema("command");
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    /** How often anybody went to the database. */
    int visits() {
        return connections.get();
    }

    /** Every row of a table, each as PostgreSQL prints it. */
    List<String> rows(String table) {
        var rows = new ArrayList<String>();
        try (var connection = runtime().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select t::text from " + table + " t")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows;
    }

    void execute(String sql) {
        execute(runtime(), sql);
    }

    private static void execute(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            migrate(server.getPostgresDatabase());
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void migrate(DataSource owner) {
        execute(owner, "create role vault_runtime login");
        execute(owner, "create schema command");
        execute(owner, "grant usage on schema command to vault_runtime");
        execute(
                owner,
                "alter default privileges in schema command grant select, insert, update, delete on tables"
                        + " to vault_runtime");
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema("command")
                .locations(MIGRATIONS)
                .placeholders(Map.of("runtimeRole", "vault_runtime"))
                .target("1")
                .load()
                .migrate();
    }
}
