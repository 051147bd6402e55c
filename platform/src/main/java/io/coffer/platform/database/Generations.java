package io.coffer.platform.database;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes, shows and drops the generations of projections. Structure is the owner's work and done here; rows are the
 * runtime role's and go through {@link #rowsOf}. Nodes that do the same at once take turns.
 */
public final class Generations {

    // A view is swapped only while nobody reads it; rather try again later than queue every reader behind us.
    private static final String SWAP_PATIENCE = "set local lock_timeout = '5s'";
    private static final String TURN = "select pg_advisory_xact_lock(hashtextextended('coffer.generations', 0))";

    private final TransactionTemplate transaction;
    private final JdbcTemplate owner;
    private final DataSource projections;
    private final String runtime;

    Generations(DataSource owner, DataSource projections, String runtime) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.owner = new JdbcTemplate(owner);
        this.projections = projections;
        this.runtime = runtime;
    }

    /** Makes the schema and, by the given statements with unqualified names, its tables; does nothing when it exists. */
    public boolean create(Generation generation, String definition) {
        return inTurn(() -> {
            if (all(generation.projection()).contains(generation)) {
                return false;
            }
            var schema = generation.schema();
            owner.execute("create schema " + schema);
            owner.execute("grant usage on schema " + schema + " to " + runtime);
            SchemaGrants.rowsOfFutureTables(schema, runtime).forEach(owner::execute);
            owner.execute("set local search_path to " + schema);
            owner.execute(definition);
            return true;
        });
    }

    /** All generations that exist, oldest first. */
    public List<Generation> all(String projection) {
        return names("select nspname from pg_namespace where nspname ~ ?", "^" + prefixOf(projection) + "[1-9][0-9]*$")
                .stream()
                .map(schema -> new Generation(
                        projection,
                        Integer.parseInt(schema.substring(prefixOf(projection).length()))))
                .sorted(Comparator.comparingInt(Generation::number))
                .toList();
    }

    /** The generation that the views of schema {@code query} read, if any. */
    public Optional<Generation> live(String projection) {
        return all(projection).stream()
                .filter(generation -> !viewsOf(generation).isEmpty())
                .findFirst();
    }

    /** From now on every table of the generation is read as the view {@code query.<table>}; all change at once. */
    public void show(Generation generation) {
        inTurn(() -> {
            owner.execute(SWAP_PATIENCE);
            all(generation.projection()).stream()
                    .flatMap(other -> viewsOf(other).stream())
                    .forEach(view -> owner.execute("drop view query." + view));
            tablesOf(generation).forEach(table -> show(generation, table));
            return generation;
        });
    }

    private void show(Generation generation, String table) {
        owner.execute("create view query.%s as select * from %s.%s".formatted(table, generation.schema(), table));
        // PostgreSQL would let rows be written through so plain a view.
        owner.execute("revoke insert, update, delete on query.%s from %s".formatted(table, runtime));
    }

    /** Drops a generation that is not shown. */
    public void drop(Generation generation) {
        inTurn(() -> {
            if (!viewsOf(generation).isEmpty()) {
                throw new IllegalStateException(generation.schema() + " is being read");
            }
            owner.execute("drop schema if exists " + generation.schema() + " cascade");
            return generation;
        });
    }

    /** The runtime role's connections for the rows of one generation, on the pool of the projections. */
    public DataSource rowsOf(Generation generation) {
        return new GenerationDataSource(projections, generation);
    }

    private List<String> tablesOf(Generation generation) {
        return names(
                "select quote_ident(tablename) from pg_tables where schemaname = ? order by tablename",
                generation.schema());
    }

    private List<String> viewsOf(Generation generation) {
        return names("""
                select distinct quote_ident(view_name) from information_schema.view_table_usage
                 where view_schema = 'query' and table_schema = ?
                """, generation.schema());
    }

    private List<String> names(String sql, String parameter) {
        return JdbcClient.create(owner)
                .sql(sql)
                .param(parameter)
                .query((row, index) -> row.getString(1))
                .list();
    }

    // Made through a generation, so that the projection's name is checked before it enters a statement.
    private static String prefixOf(String projection) {
        return Generation.prefix(new Generation(projection, 1).projection());
    }

    private <T> T inTurn(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            owner.execute(TURN);
            return work.get();
        }));
    }
}
