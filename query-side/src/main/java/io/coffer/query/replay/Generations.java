package io.coffer.query.replay;

import io.coffer.query.kernel.Poison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The registry of generations. */
final class Generations {

    private static final String SELECT = """
        select projection, generation, state, digest, position, letters_taken, events_per_s, swaps_itself, requested_at, started_at, live_at,
               failed_position, failed_event, failed_reason, failed_since, failures
          from query.generation
        """;

    private final JdbcTemplate jdbc;

    Generations(DataSource runtime) {
        this.jdbc = new JdbcTemplate(runtime);
    }

    List<Generation> all() {
        return jdbc.query(SELECT + " where state <> 'DROPPED' order by projection, generation", Generations::read);
    }

    Optional<Generation> find(GenerationId id) {
        return jdbc
                .query(
                        SELECT + " where projection = ? and generation = ?",
                        Generations::read,
                        id.projection(),
                        id.number())
                .stream()
                .findFirst();
    }

    /** Asks for the next generation, or gives the one that is under way: two requests are one rebuild. */
    Generation request(String projection, String digest, String requestedBy) {
        return request(projection, digest, requestedBy, true);
    }

    /** As above; one that does not swap itself waits for an operator once it has caught up. */
    Generation request(String projection, String digest, String requestedBy, boolean swapsItself) {
        jdbc.update("""
            with asked as (
                insert into query.generation (projection, generation, state, digest, requested_by, swaps_itself)
                select ?, coalesce(max(generation), 0) + 1, 'REQUESTED', ?, ?, ?
                  from query.generation where projection = ?
                on conflict do nothing
                returning projection, generation, requested_by)
            insert into query.generation_step (projection, generation, step, asked_by)
            select projection, generation, 'REQUESTED', requested_by from asked
            """, projection, digest, requestedBy, swapsItself, projection);
        return jdbc.query(
                        SELECT
                                + " where projection = ? order by state in ('REQUESTED', 'BUILDING', 'PAUSED') desc,"
                                + " generation desc",
                        Generations::read,
                        projection)
                .getFirst();
    }

    void started(GenerationId id) {
        jdbc.update(
                "update query.generation set state = 'BUILDING', started_at = now()"
                        + " where projection = ? and generation = ? and state = 'REQUESTED'",
                id.projection(),
                id.number());
    }

    /** Gives up a generation: its schema goes with the next round. */
    void retire(GenerationId id) {
        jdbc.update(
                "update query.generation set state = 'RETIRED', retired_at = now()"
                        + " where projection = ? and generation = ? and state in ('REQUESTED', 'BUILDING', 'PAUSED')",
                id.projection(),
                id.number());
    }

    void dropped(GenerationId id) {
        jdbc.update(
                "delete from query.dead_letter where projection = ? and generation = ?", id.projection(), id.number());
        jdbc.update(
                "update query.generation set state = 'DROPPED' where projection = ? and generation = ?",
                id.projection(),
                id.number());
    }

    void failed(GenerationId id, Poison poison) {
        jdbc.update(
                """
                update query.generation
                   set failed_since = case when failed_position = ? then failed_since else now() end,
                       failures = case when failed_position = ? then failures + 1 else 1 end,
                       failed_position = ?, failed_event = ?, failed_reason = ?
                 where projection = ? and generation = ?
                """,
                poison.position(),
                poison.position(),
                poison.position(),
                poison.event(),
                String.valueOf(poison.getMessage()),
                id.projection(),
                id.number());
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        return new Generation(
                new GenerationId(row.getString("projection"), row.getInt("generation")),
                Generation.State.valueOf(row.getString("state")),
                row.getString("digest"),
                row.getLong("position"),
                row.getLong("letters_taken"),
                row.getLong("events_per_s"),
                row.getBoolean("swaps_itself"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "live_at"),
                failure(row));
    }

    private static Generation.@Nullable Failure failure(ResultSet row) throws SQLException {
        var since = instant(row, "failed_since");
        return since == null
                ? null
                : new Generation.Failure(
                        row.getLong("failed_position"),
                        row.getString("failed_event"),
                        row.getString("failed_reason"),
                        since,
                        row.getInt("failures"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
