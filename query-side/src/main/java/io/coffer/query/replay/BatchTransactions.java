package io.coffer.query.replay;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows and position in one transaction, inside the schema of one generation. */
final class BatchTransactions {

    // What a crash takes away of a batch is applied again from the log, position and rows together. A batch finds its
    // rows by keys: without the others, a plan that was cached while a generation was empty would scan it when full.
    private static final String SETTINGS = """
        set local synchronous_commit = off; set local enable_seqscan = off;
        set local enable_hashjoin = off; set local enable_mergejoin = off
        """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate inTransaction;

    BatchTransactions(DataSource runtime) {
        this.jdbc = new JdbcTemplate(runtime);
        this.inTransaction = new TransactionTemplate(new DataSourceTransactionManager(runtime));
    }

    /** Writes rows and moves the position from {@code from} to {@code to}; loses to anybody else who wrote. */
    void move(GenerationId id, Standing from, Progress to, Consumer<JdbcTemplate> rows) {
        within(id, jdbcInside -> {
            // The position first: a generation that was retired meanwhile has no tables to fail on.
            var moved = jdbcInside.update(
                    """
                    update query.generation
                       set position = ?, events_per_s = ?, failed_position = null, failed_event = null,
                           failed_reason = null, failed_since = null, failures = 0
                     where projection = ? and generation = ? and position = ? and letters_taken = ?
                       and state in ('BUILDING', 'LIVE')
                    """,
                    to.position(),
                    to.eventsPerSecond(),
                    id.projection(),
                    id.number(),
                    from.position(),
                    from.lettersTaken());
            if (moved != 1) {
                throw new PositionMoved(id);
            }
            rows.accept(jdbcInside);
        });
    }

    /** Writes the rows of one letter, and counts it; loses to anybody else who wrote. */
    void takeLetter(GenerationId id, Standing from, Consumer<JdbcTemplate> rows) {
        within(id, jdbcInside -> {
            var counted = jdbcInside.update("""
                    update query.generation set letters_taken = letters_taken + 1
                     where projection = ? and generation = ? and position = ? and letters_taken = ?
                    """, id.projection(), id.number(), from.position(), from.lettersTaken());
            if (counted != 1) {
                throw new PositionMoved(id);
            }
            rows.accept(jdbcInside);
        });
    }

    private void within(GenerationId id, Consumer<JdbcTemplate> rows) {
        inTransaction.executeWithoutResult(_ -> {
            jdbc.execute("set local search_path = " + id.schema() + ", pg_temp; " + SETTINGS);
            rows.accept(jdbc);
        });
    }

    /** What a feeder has written so far; whoever else writes changes it. */
    record Standing(long position, long lettersTaken) {

        Standing at(long next) {
            return new Standing(next, lettersTaken);
        }

        Standing afterLetter() {
            return new Standing(position, lettersTaken + 1);
        }
    }

    /** Where a batch leads. */
    record Progress(long position, long eventsPerSecond) {}

    /** Another node feeds this generation, or it was retired. */
    static final class PositionMoved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PositionMoved(GenerationId id) {
            super("Somebody else has written in " + id);
        }
    }
}
