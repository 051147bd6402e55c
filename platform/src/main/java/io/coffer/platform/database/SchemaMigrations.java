package io.coffer.platform.database;

import io.coffer.platform.Side;
import io.coffer.platform.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schemas of a side up to date, as their owner; nodes that start together take turns. */
record SchemaMigrations(Side side) {

    // One number for every node of one database; its digits mean nothing.
    private static final long TURN = 4_026_733_781_194_062_331L;

    void run(Database database) {
        // Outside the pools: the turn's connection is held while Flyway opens its own.
        var owner = database.unpooled(database.owner());
        try (var connection = owner.getConnection()) {
            execute(connection, "select pg_advisory_lock(" + TURN + ")");
            for (var schema : schemas()) {
                migrate(connection, owner, schema, database.runtime().user());
            }
        } catch (SQLException | FlywayException failure) {
            throw new StartRefused(
                    "The database " + database.address() + " cannot be migrated: "
                            + String.valueOf(failure.getMessage()).strip(),
                    "Check the owner's credential and rights: " + database.owner() + " needs CREATE on the database.",
                    failure);
        }
    }

    private List<String> schemas() {
        var schemas = new ArrayList<>(List.of("store"));
        if (side.runs(Side.COMMAND)) {
            schemas.add("command");
        }
        if (side.runs(Side.QUERY)) {
            schemas.add("query");
        }
        return schemas;
    }

    private static void migrate(Connection connection, DataSource owner, String schema, String runtime)
            throws SQLException {
        execute(connection, "create schema if not exists " + schema);
        execute(connection, "grant usage on schema " + schema + " to " + runtime);
        // The store's migrations grant by themselves: its rows may be added, never changed.
        if (!"store".equals(schema)) {
            SchemaGrants.rowsOfFutureTables(schema, runtime).forEach(sql -> execute(connection, sql));
        }
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .locations("classpath:db/migration/" + schema)
                .placeholders(Map.of("runtimeRole", runtime))
                .load()
                .migrate();
        execute(connection, "revoke all on " + schema + ".flyway_schema_history from " + runtime);
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new FlywayException(failure);
        }
    }
}
