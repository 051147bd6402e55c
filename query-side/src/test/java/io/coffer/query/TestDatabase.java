package io.coffer.query;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A migrated database of its own per test, on one server per JVM.
 *
 * @param runtime a pool, as the program has one: fifteen views that look for events fifty times a second would otherwise make
 *     the server do nothing but greet them
 * @param listening no pool
 */
public record TestDatabase(DataSource superuser, DataSource owner, HikariDataSource runtime, DataSource listening) {

    public static final String RUNTIME = "coffer_runtime";
    private static final String OWNER = "coffer_owner";
    private static final String TEMPLATE = "migrated";
    private static final int CONNECTIONS_MAX = 20;
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    public static TestDatabase create() {
        return copyOf(TEMPLATE);
    }

    /** As a database was when it was made a template. */
    public static TestDatabase copyOf(String template) {
        var name = "test_" + COUNTER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .execute("create database " + name + " owner " + OWNER + " template " + template);
        return new TestDatabase(
                dataSource("postgres", name),
                dataSource(OWNER, name),
                pool(dataSource(RUNTIME, name)),
                dataSource(RUNTIME, name));
    }

    /** A superuser's connection that finds the views of schema query by their bare names. */
    public JdbcTemplate asSuperuser() {
        try {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(superuser.getConnection(), true));
            jdbc.execute("set search_path = query");
            return jdbc;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ends every session, so that others can be copied from it; gives its name. */
    public String asTemplate() {
        var name = name();
        runtime.close();
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .query("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", _ -> {}, name);
        return name;
    }

    /** Removes the database: a server full of them takes minutes to clean up. */
    public void drop() {
        runtime.close();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("drop database " + name() + " with (force)");
    }

    private String name() {
        return Objects.requireNonNull(
                new JdbcTemplate(superuser).queryForObject("select current_database()", String.class));
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            var postgres = new JdbcTemplate(server.getPostgresDatabase());
            postgres.execute("create role " + OWNER + " login");
            postgres.execute("create role " + RUNTIME + " login");
            postgres.execute("create database " + TEMPLATE + " owner " + OWNER);
            migrate(dataSource(server, OWNER, TEMPLATE));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void migrate(DataSource owner) {
        for (var schema : new String[] {"store", "query"}) {
            var jdbc = new JdbcTemplate(owner);
            jdbc.execute("create schema " + schema);
            jdbc.execute("grant usage on schema " + schema + " to " + RUNTIME);
            if (schema.equals("query")) {
                jdbc.execute("alter default privileges in schema query"
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
    }

    private static HikariDataSource pool(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static DataSource dataSource(String user, String database) {
        return dataSource(SERVER, user, database);
    }

    private static DataSource dataSource(EmbeddedPostgres server, String user, String database) {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {server.getPort()});
        source.setUser(user);
        source.setDatabaseName(database);
        return source;
    }
}
