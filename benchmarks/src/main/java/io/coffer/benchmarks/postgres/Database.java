package io.coffer.benchmarks.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** One database, by the address that another process can use as well. */
public record Database(String url) {

    private static final String RUNTIME = "benchmark_runtime";

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    public DataSource unpooled() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** A pool as Spring Boot makes it, of this size. */
    public HikariDataSource pool(int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** Our schema, as an installation has it. */
    public Database withOurStore() throws SQLException {
        execute("DO $$ BEGIN CREATE ROLE " + RUNTIME + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        migrate("store");
        return this;
    }

    private void migrate(String schema) {
        Flyway.configure()
                .dataSource(unpooled())
                .defaultSchema(schema)
                .locations("classpath:db/migration/" + schema)
                .placeholders(Map.of("runtimeRole", RUNTIME))
                .load()
                .migrate();
    }

    /** The tables of the read side as well; {@code withOurStore} comes first. */
    public Database withReadSide() throws SQLException {
        execute("CREATE SCHEMA query; GRANT USAGE ON SCHEMA query TO " + RUNTIME
                + "; ALTER DEFAULT PRIVILEGES IN SCHEMA query GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
                + RUNTIME);
        migrate("query");
        return this;
    }

    public static String runtimeRole() {
        return RUNTIME;
    }

    /** The same database for the role that a running Coffer has. */
    public Database asRuntime() {
        return new Database(url.replace("user=postgres", "user=" + RUNTIME));
    }

    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String text(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    public long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String name() {
        return url.replaceAll(".*/([^/?]+).*", "$1");
    }
}
