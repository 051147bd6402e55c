package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.command.kernel.DeadlineSweeper.SweepTimes;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The sweeper of deadlines")
class DeadlineSweeperTest {

    private static final SweepTimes TIMES = new SweepTimes(Duration.ofHours(1), Duration.ofHours(3));
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final JdbcClient jdbc = JdbcClient.create(CommandDatabase.create().runtime("command"));
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
        var failing = new DeadlineSweeper(jdbc, now::get, List.of(handler(true)), TIMES);
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

    private void sweeping(Runnable story) {
        var sweeper = sweeper();
        sweeper.start();
        try {
            story.run();
        } finally {
            sweeper.stop();
        }
    }

    private DeadlineSweeper sweeper() {
        InstantSource clock = now::get;
        return new DeadlineSweeper(jdbc, clock, List.of(handler(false)), TIMES);
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
        jdbc.sql("insert into deadline (aggregate_id, name, due, attempt, cause) values (:id, 'x', :due, 0, 7)")
                .param("id", aggregateId)
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
