package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.command.kernel.DeadlineSweeper.SweepTimes;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The sweeper of deadlines")
class DeadlineSweeperTest {

    private static final SweepTimes TIMES = new SweepTimes(Duration.ofHours(1), Duration.ofHours(3));
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final DataSource source = CommandDatabase.create().runtime("command");
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicReference<Instant> now = new AtomicReference<>(Scenario.NOON);
    private final Queue<DueTask> handled = new ConcurrentLinkedQueue<>();

    @Test
    void hands_out_each_deadline_once_however_many_nodes_sweep() {
        IntStream.range(0, 200).forEach(number -> due("PY:acme:C:R-" + number, Scenario.NOON));
        var one = sweeper();
        var other = sweeper();
        one.start();
        other.start();
        try {
            eventually(() -> handled.size() >= 200);
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(handled.stream().map(DueTask::aggregateId)).hasSize(200).doesNotHaveDuplicates();
        assertThat(handled).allMatch(task -> task.attempt() == 1 && task.cause() == 7);
    }

    @Test
    void leaves_alone_what_is_not_due_yet() {
        due("PY:acme:C:early", Scenario.NOON.plusMillis(1));
        due("PY:acme:C:due", Scenario.NOON);

        sweeping(() -> {
            eventually(() -> !handled.isEmpty());
            assertThat(handled).extracting(DueTask::aggregateId).containsExactly("PY:acme:C:due");

            now.set(Scenario.NOON.plusMillis(1));
            eventually(() -> handled.size() == 2);
        });
    }

    @Test
    void comes_back_to_what_did_not_succeed_after_a_wait_that_doubles_up_to_a_limit() {
        due("PY:acme:C:R", Scenario.NOON);
        var failing = schedule(handler(true));
        failing.start();
        try {
            var expected = Scenario.NOON;
            for (var hours : List.of(1, 2, 3, 3)) {
                var attempt = handled.size() + 1;
                eventually(() -> handled.size() == attempt);
                expected = now.get().plus(Duration.ofHours(hours));
                assertThat(dueOf("PY:acme:C:R")).isEqualTo(expected);
                now.set(expected);
            }
        } finally {
            failing.stop();
        }
    }

    @Test
    void hands_out_each_deadline_of_an_aggregate() {
        due("EA:acme:C", "freeze", Scenario.NOON);
        due("EA:acme:C", "payee", Scenario.NOON);
        due("EA:acme:C", "later", Scenario.NOON.plusMillis(1));

        sweeping(() -> {
            eventually(() -> handled.size() == 2);
            assertThat(handled).extracting(DueTask::name).containsExactlyInAnyOrder("freeze", "payee");
        });
    }

    @Test
    void catches_up_with_what_came_due_while_nothing_ran() {
        due("PY:acme:C:old", Scenario.NOON.minus(Duration.ofDays(400)));

        sweeping(() -> eventually(() -> handled.size() == 1));
    }

    @Test
    void is_not_kept_waiting_by_a_clock_that_was_ahead_and_is_set_back() {
        due("PY:acme:C:R", Scenario.NOON);
        due("PY:acme:C:next-year", Scenario.NOON.plus(Duration.ofDays(365)));
        now.set(Scenario.NOON.plus(Duration.ofDays(1)));

        sweeping(() -> {
            eventually(() -> handled.size() == 1);
            now.set(Scenario.NOON);
            eventually(() -> handled.size() == 2);
            assertThat(handled).extracting(DueTask::attempt).containsExactly(1, 2);
            assertThat(dueOf("PY:acme:C:R")).isEqualTo(Scenario.NOON.plus(Duration.ofHours(2)));
        });
    }

    @Test
    void takes_over_from_a_node_that_died_in_its_sweep() {
        sweeping(() -> {});
        jdbc.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'dead',
                            last_heartbeat = now() - interval '1 minute'
                        """).update();
        due("PY:acme:C:R", Scenario.NOON);

        sweeping(() -> eventually(() -> handled.size() == 1));
    }

    /** The turn was written in the future, by a machine whose time was wrong. */
    @Test
    void does_not_wait_for_a_turn_that_lies_in_the_future() {
        sweeping(() -> {});
        jdbc.sql("update scheduled_tasks set execution_time = now() + interval '1 day'")
                .update();
        due("PY:acme:C:R", Scenario.NOON);

        sweeping(() -> eventually(() -> handled.size() == 1));
    }

    private void sweeping(Runnable story) {
        var sweeper = sweeper();
        sweeper.start();
        try {
            story.run();
        } finally {
            sweeper.stop();
        }
    }

    private DeadlineSchedule sweeper() {
        return schedule(handler(false));
    }

    private DeadlineSchedule schedule(DueTaskHandler handler) {
        return new DeadlineSchedule(source, new DeadlineSweeper(jdbc, now::get, List.of(handler), TIMES), true);
    }

    private DueTaskHandler handler(boolean failing) {
        return new DueTaskHandler() {
            @Override
            public boolean handles(DueTask task) {
                return true;
            }

            @Override
            public void handle(DueTask task) {
                handled.add(task);
                if (failing) {
                    throw new IllegalStateException("Not today");
                }
            }
        };
    }

    private void due(String aggregateId, Instant due) {
        due(aggregateId, "x", due);
    }

    private void due(String aggregateId, String name, Instant due) {
        jdbc.sql("insert into deadline (aggregate_id, name, due, attempt, cause) values (:id, :name, :due, 0, 7)")
                .param("id", aggregateId)
                .param("name", name)
                .param("due", Timestamp.from(due))
                .update();
    }

    private Instant dueOf(String aggregateId) {
        return jdbc.sql("select due from deadline where aggregate_id = :id")
                .param("id", aggregateId)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static void eventually(BooleanSupplier holds) {
        var until = System.nanoTime() + BOUND.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
