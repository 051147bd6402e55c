package io.coffer.query.replay;

import io.coffer.eventstore.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events that wait aside, in the order of their aggregate. */
final class DeadLetters {

    private static final int REASON_LONGEST = 500;

    private final JdbcTemplate jdbc;

    DeadLetters(DataSource runtime) {
        this.jdbc = new JdbcTemplate(runtime);
    }

    Set<String> aggregates(GenerationId id) {
        return new HashSet<>(jdbc.query(
                "select distinct aggregate_id from query.dead_letter where projection = ? and generation = ?",
                (row, _) -> row.getString("aggregate_id"),
                id.projection(),
                id.number()));
    }

    static void park(JdbcTemplate inTransaction, GenerationId id, StoredEvent event, String reason) {
        inTransaction.update(
                """
                insert into query.dead_letter (projection, generation, aggregate_id, position, event_name, reason)
                values (?, ?, ?, ?, ?, ?)
                """,
                id.projection(),
                id.number(),
                event.aggregateId(),
                event.position(),
                event.name(),
                reason.substring(0, Math.min(reason.length(), REASON_LONGEST)));
    }

    static void taken(JdbcTemplate inTransaction, GenerationId id, long position) {
        inTransaction.update(
                "delete from query.dead_letter where projection = ? and generation = ? and position = ?",
                id.projection(),
                id.number(),
                position);
    }

    List<Long> toRetry(GenerationId id) {
        return jdbc.query("""
                select position from query.dead_letter
                 where projection = ? and generation = ? and retry_requested order by position
                """, (row, _) -> row.getLong("position"), id.projection(), id.number());
    }

    void failedAgain(GenerationId id, String aggregateId, long position, String reason) {
        jdbc.update(
                """
                update query.dead_letter set retry_requested = false,
                       reason = case when position = ? then ? else reason end
                 where projection = ? and generation = ? and aggregate_id = ?
                """,
                position,
                reason.substring(0, Math.min(reason.length(), REASON_LONGEST)),
                id.projection(),
                id.number(),
                aggregateId);
    }

    int requestRetry(String projection) {
        return jdbc.update("update query.dead_letter set retry_requested = true where projection = ?", projection);
    }

    int count(GenerationId id) {
        var count = jdbc.queryForObject(
                "select count(*) from query.dead_letter where projection = ? and generation = ?",
                Integer.class,
                id.projection(),
                id.number());
        return count == null ? 0 : count;
    }
}
