package io.coffer.query.replay;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.platform.web.RejectionException;
import io.coffer.query.kernel.Visibility;
import io.coffer.query.replay.Generation.State;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an operator may do to a build. Each is one change of the registry, which outlives every process; the workers find
 * out when their next batch does not get the position. The live generation is never touched.
 */
final class Rebuilds {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate inTransaction;
    private final Generations generations;

    Rebuilds(DataSource runtime) {
        this.jdbc = new JdbcTemplate(runtime);
        this.inTransaction = new TransactionTemplate(new DataSourceTransactionManager(runtime));
        this.generations = new Generations(runtime);
    }

    /** What may be asked for. */
    enum Step {
        PAUSED("state = 'PAUSED'"),
        RESUMED("state = case when started_at is null then 'REQUESTED' else 'BUILDING' end"),
        CANCELLED("state = 'RETIRED', retired_at = now()"),
        SWAP_ASKED("swaps_itself = true");

        private final String change;

        Step(String change) {
            this.change = change;
        }

        /** The states in which it may be asked for: those of a build. */
        List<State> from() {
            return this == RESUMED ? List.of(State.PAUSED) : List.of(State.REQUESTED, State.BUILDING, State.PAUSED);
        }
    }

    /** One thing that somebody asked for. */
    record Asked(String step, String askedBy, Instant askedAt) {}

    /** Takes a step, or refuses it where the generation is in no state for it. */
    Generation step(GenerationId id, Step step, String askedBy) {
        return inTransaction.execute(_ -> {
            var before = locked(id);
            if (!step.from().contains(before)) {
                throw new RejectionException(new NotInThisState(
                        before.name(), step.from().stream().map(Enum::name).toList()));
            }
            jdbc.update(
                    "update query.generation set " + step.change + " where projection = ? and generation = ?",
                    id.projection(),
                    id.number());
            jdbc.update(
                    "insert into query.generation_step (projection, generation, step, asked_by) values (?, ?, ?, ?)",
                    id.projection(),
                    id.number(),
                    step.name(),
                    askedBy);
            return found(id);
        });
    }

    Generation found(GenerationId id) {
        return generations.find(id).orElseThrow(() -> Visibility.missing(id.toString()));
    }

    List<Asked> steps(GenerationId id) {
        return jdbc.query(
                """
                select step, asked_by, asked_at from query.generation_step
                 where projection = ? and generation = ? order by asked_at
                """,
                (row, _) ->
                        new Asked(row.getString("step"), row.getString("asked_by"), at(row.getTimestamp("asked_at"))),
                id.projection(),
                id.number());
    }

    private State locked(GenerationId id) {
        return jdbc
                .query(
                        "select state from query.generation where projection = ? and generation = ? for update",
                        (row, _) -> State.valueOf(row.getString("state")),
                        id.projection(),
                        id.number())
                .stream()
                .findFirst()
                .orElseThrow(() -> Visibility.missing(id.toString()));
    }

    private static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
