package io.coffer.query.replay;

import io.coffer.query.kernel.ProjectionTables;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Schemas and views of the generations: the only work done with the owner's credential. */
final class GenerationSchemas {

    private static final int LOCK_TIMEOUT_MS = 2_000;
    private static final String INDEXING_MEMORY = "256MB";

    private final JdbcTemplate owner;
    private final TransactionTemplate inTransaction;
    private final String runtimeRole;

    GenerationSchemas(Databases databases) {
        this.owner = new JdbcTemplate(databases.owner());
        this.inTransaction = new TransactionTemplate(new DataSourceTransactionManager(databases.owner()));
        this.runtimeRole = '"' + databases.runtimeRole().replace("\"", "") + '"';
    }

    /** What decides whether a generation has the tables that the code expects. */
    static String digest(String projection) {
        return ProjectionTables.of(projection).digest();
    }

    /** Makes the schema afresh: whatever a killed attempt left behind is no generation yet. */
    void create(GenerationId id) {
        inTransaction.executeWithoutResult(_ -> {
            owner.execute("drop schema if exists " + id.schema() + " cascade");
            owner.execute("create schema " + id.schema());
            owner.execute("set local search_path = " + id.schema());
            owner.execute(ProjectionTables.of(id.projection()).definition());
            owner.execute("grant usage on schema " + id.schema() + " to " + runtimeRole);
            owner.execute("grant select, insert, update, delete on all tables in schema " + id.schema() + " to "
                    + runtimeRole);
        });
    }

    /**
     * Gives a generation that has caught up what its readers search by. Each index is kept when a later one fails, and takes
     * the time that a long history needs.
     */
    void complete(GenerationId id) {
        for (var index : ProjectionTables.of(id.projection()).indexes()) {
            inTransaction.executeWithoutResult(_ -> owner.execute((ConnectionCallback<Boolean>) connection -> {
                connection.setNetworkTimeout(Runnable::run, 0);
                try (var statement = connection.createStatement()) {
                    statement.execute("set local statement_timeout = 0; set local search_path = " + id.schema()
                            + "; set local maintenance_work_mem = '" + INDEXING_MEMORY + "'");
                    return statement.execute(index);
                }
            }));
        }
    }

    /**
     * Makes {@code next} the live generation in one transaction. The live one stands still meanwhile, so that
     * {@code catchUp} reaches it and no reader ever goes back in time.
     */
    void swap(GenerationId next, CatchUp catchUp) {
        inTransaction.executeWithoutResult(_ -> {
            owner.execute("set local lock_timeout = " + LOCK_TIMEOUT_MS);
            var live = owner.query(
                    "select position from query.generation where projection = ? and state = 'LIVE' for update",
                    (row, _) -> row.getLong("position"),
                    next.projection());
            catchUp.to(live.isEmpty() ? 0L : live.getFirst());
            tables(next).forEach(table -> repoint(next, table));
            owner.update(
                    "update query.generation set state = 'RETIRED', retired_at = now()"
                            + " where projection = ? and state = 'LIVE'",
                    next.projection());
            var swapped = owner.update(
                    "update query.generation set state = 'LIVE', live_at = now()"
                            + " where projection = ? and generation = ? and state = 'BUILDING'",
                    next.projection(),
                    next.number());
            if (swapped != 1) {
                // Paused or cancelled meanwhile: the one that was live stays.
                throw new BatchTransactions.PositionMoved(next);
            }
        });
    }

    void drop(GenerationId id) {
        inTransaction.executeWithoutResult(_ -> {
            owner.execute("set local lock_timeout = " + LOCK_TIMEOUT_MS);
            owner.execute("drop schema if exists " + id.schema() + " cascade");
        });
    }

    /** Brings a generation at least to this position. */
    @FunctionalInterface
    interface CatchUp {
        void to(long position);
    }

    private List<String> tables(GenerationId id) {
        return owner.query(
                "select tablename from pg_tables where schemaname = ? order by tablename",
                (row, _) -> row.getString("tablename"),
                id.schema());
    }

    // Dropped and made anew: a generation may have other columns than the one before.
    private void repoint(GenerationId id, String table) {
        owner.execute("drop view if exists query." + table);
        owner.execute("create view query." + table + " as select * from " + id.schema() + "." + table);
        owner.execute("grant select on query." + table + " to " + runtimeRole);
    }
}
