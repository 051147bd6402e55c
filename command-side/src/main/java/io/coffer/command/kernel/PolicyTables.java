package io.coffer.command.kernel;

import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import io.coffer.command.kernel.PolicyRunner.Fact;
import io.coffer.eventstore.StoredEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Where the policies stand, what they had to park, and the deadlines and lookups that follow from what they read. */
final class PolicyTables {

    private static final int LETTERS_AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final List<DeadlineRule> deadlines;
    private final List<Lookup> lookups;
    private final InstantSource realTime;

    PolicyTables(
            JdbcClient jdbc,
            TransactionOperations transaction,
            List<DeadlineRule> deadlines,
            List<Lookup> lookups,
            InstantSource realTime) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.deadlines = List.copyOf(deadlines);
        this.lookups = List.copyOf(lookups);
        this.realTime = realTime;
    }

    long position() {
        return jdbc.sql("select position from policy_position where name = 'policies'")
                .query(Long.class)
                .single();
    }

    /**
     * Moves on; lookups, deadlines and position in one transaction. Who was overtaken by another node moves nothing: old
     * deadlines over newer ones would leave a payout without its next step.
     */
    void advance(List<Fact> facts, long from, long position) {
        transaction.executeWithoutResult(_ -> {
            var moved = jdbc.sql("""
                            update policy_position set position = :position
                            where name = 'policies' and position = :from
                            """)
                    .param("position", position)
                    .param("from", from)
                    .update();
            if (moved != 1) {
                throw new IllegalStateException("Another node has moved on from position " + from);
            }
            facts.forEach(fact -> {
                lookups.forEach(lookup -> lookup.keep(fact.event(), jdbc));
                deriveDeadlines(fact);
            });
        });
    }

    private void deriveDeadlines(Fact fact) {
        for (var rule : deadlines) {
            rule.after(fact.event(), fact.stored().bookedAt()).forEach(change -> apply(change, fact.stored()));
        }
    }

    private void apply(DeadlineChange change, StoredEvent stored) {
        switch (change) {
            case DeadlineChange.Set(var name, var due) ->
                jdbc.sql("""
                                insert into deadline (aggregate_id, name, due, attempt, cause)
                                values (:aggregate, :name, :due, 0, :cause)
                                on conflict (aggregate_id, name) do update
                                set due = excluded.due, attempt = 0, cause = excluded.cause
                                """)
                        .param("aggregate", stored.aggregateId())
                        .param("name", name)
                        .param("due", Timestamp.from(due))
                        .param("cause", stored.position())
                        .update();
            case DeadlineChange.Clear(var name) ->
                jdbc.sql("delete from deadline where aggregate_id = :aggregate and name = :name")
                        .param("aggregate", stored.aggregateId())
                        .param("name", name)
                        .update();
            case DeadlineChange.ClearAll() ->
                jdbc.sql("delete from deadline where aggregate_id = :aggregate")
                        .param("aggregate", stored.aggregateId())
                        .update();
        }
    }

    List<Parking> parked() {
        return jdbc.sql("select distinct policy, aggregate_id from policy_letter")
                .query((row, _) -> new Parking(row.getString("policy"), row.getString("aggregate_id")))
                .list();
    }

    void park(String policy, StoredEvent stored, String reason) {
        jdbc.sql("""
                        insert into policy_letter (policy, aggregate_id, position, reason, parked_at, retry_at)
                        values (:policy, :aggregate, :position, :reason, :now, :retry)
                        on conflict (policy, aggregate_id, position) do nothing
                        """)
                .param("policy", policy)
                .param("aggregate", stored.aggregateId())
                .param("position", stored.position())
                .param("reason", reason)
                .param("now", now(0))
                .param("retry", now(5))
                .update();
    }

    /** The first letter of each policy and aggregate, when its time has come. */
    List<Letter> lettersDue() {
        return jdbc.sql("""
                        select policy, aggregate_id, position, attempts from (
                            select distinct on (policy, aggregate_id) * from policy_letter
                            order by policy, aggregate_id, position) first
                        where retry_at <= :now order by position limit :most
                        """)
                .param("now", now(0))
                .param("most", LETTERS_AT_ONCE)
                .query((row, _) -> new Letter(
                        row.getString("policy"),
                        row.getString("aggregate_id"),
                        row.getLong("position"),
                        row.getInt("attempts")))
                .list();
    }

    void remove(Letter letter) {
        jdbc.sql("delete from policy_letter where policy = :policy and aggregate_id = :id and position = :position")
                .param("policy", letter.policy())
                .param("id", letter.aggregateId())
                .param("position", letter.position())
                .update();
    }

    void postpone(Letter letter, String reason) {
        jdbc.sql("""
                        update policy_letter set attempts = attempts + 1, reason = :reason, retry_at = :retry
                        where policy = :policy and aggregate_id = :id and position = :position
                        """)
                .param("reason", reason)
                .param("retry", now(Math.min(300, 5L << Math.min(letter.attempts(), 6))))
                .param("policy", letter.policy())
                .param("id", letter.aggregateId())
                .param("position", letter.position())
                .update();
    }

    long letters() {
        return jdbc.sql("select count(*) from policy_letter").query(Long.class).single();
    }

    // Retries are about this machine's troubles, not about business: they keep real time.
    private Timestamp now(long plusSeconds) {
        Instant then = realTime.instant().plusSeconds(plusSeconds);
        return Timestamp.from(then);
    }

    /** An aggregate whose events wait for one policy. */
    record Parking(String policy, String aggregateId) {}

    /** An event that a policy could not work off. */
    record Letter(String policy, String aggregateId, long position, int attempts) {}
}
