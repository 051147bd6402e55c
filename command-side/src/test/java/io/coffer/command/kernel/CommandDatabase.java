package io.coffer.command.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A migrated database of its own per test, on one server per JVM. */
public final class CommandDatabase {

    private static final String OWNER = "coffer_owner";
    private static final String RUNTIME = "coffer_runtime";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private CommandDatabase(String name) {
        this.name = name;
    }

    public static CommandDatabase create() {
        var name = "test_" + COUNTER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .execute("create database " + name + " owner " + OWNER + " template " + TEMPLATE);
        return new CommandDatabase(name);
    }

    /** The runtime's connections; unqualified names are of this schema. */
    public DataSource runtime(String schema) {
        return dataSource(SERVER, RUNTIME, name, schema);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            var postgres = new JdbcTemplate(server.getPostgresDatabase());
            postgres.execute("create role " + OWNER + " login");
            postgres.execute("create role " + RUNTIME + " login");
            postgres.execute("create database " + TEMPLATE + " owner " + OWNER);
            migrate(server, "store");
            migrate(server, "command");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void migrate(EmbeddedPostgres server, String schema) {
        var owner = dataSource(server, OWNER, TEMPLATE, schema);
        var jdbc = new JdbcTemplate(owner);
        jdbc.execute("create schema " + schema);
        jdbc.execute("grant usage on schema " + schema + " to " + RUNTIME);
        if (schema.equals("command")) {
            jdbc.execute("alter default privileges in schema command"
                    + " grant select, insert, update, delete on tables to " + RUNTIME);
        }
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + schema)
                .placeholders(Map.of("runtimeRole", RUNTIME))
                .load()
                .migrate();
    }

    private static DataSource dataSource(EmbeddedPostgres server, String user, String database, String schema) {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {server.getPort()});
        source.setUser(user);
        source.setDatabaseName(database);
        source.setCurrentSchema(schema);
        return source;
    }
}
