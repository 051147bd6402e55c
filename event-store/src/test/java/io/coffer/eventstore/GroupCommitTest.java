package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Appends that share a transaction")
class GroupCommitTest {

    private final TestStore store = new TestStore();

    @Test
    void succeed_and_fail_each_by_itself() throws SQLException, InterruptedException {
        UUID taken = UUID.randomUUID();
        store.engine.appendEvents(event(taken, "A", 0));
        store.operationKey.set(new OperationKey("t1", "taken", "d"));
        store.engine.appendEvents(event("B", 0));

        try (OneBatch batch = new OneBatch(store)) {
            assertThat(batch.outcomes(List.of(
                            batch.append(null, event("C", 0), event("C", 1)),
                            batch.append(null, event("A", 0)),
                            batch.append(null, event("B", 1), event("B", 0)),
                            batch.append(null, event(taken, "D", 5)),
                            batch.append("taken", event("E", 0)),
                            batch.append("fresh", event("F", 0)),
                            batch.append("fresh", event("G", 0)),
                            batch.append(null, event("B", 1)))))
                    .containsExactly(
                            "4-5",
                            AggregateStreamCreationException.class,
                            AggregateStreamCreationException.class,
                            ConcurrencyException.class,
                            OperationKeyTakenException.class,
                            "6-6",
                            OperationKeyTakenException.class,
                            "7-7");
            assertThat(batch.engine.figures().largestBatch()).isEqualTo(8);
            assertThat(batch.engine.figures().refused()).isEqualTo(5);
        }
        assertThat(store.log.after(0, 10)).extracting(StoredEvent::position).containsExactlyElementsOf(upTo(7));
        assertThat(store.log.after(3, 10)).extracting(StoredEvent::aggregateId).containsExactly("C", "C", "F", "B");
        assertThat(store.operationKeys.find("t1", "fresh").orElseThrow().firstPosition())
                .isEqualTo(6);
        assertThat(store.database.count("store.operation_key")).isEqualTo(2);
    }

    @Test
    void are_stored_in_one_go_with_the_keys_of_each() throws SQLException, InterruptedException {
        try (OneBatch batch = new OneBatch(store)) {
            List<Object> outcomes = batch.outcomes(List.of(
                    batch.append("one", event("A", 0), event("B", 0), event("A", 1)),
                    batch.append(null, event("C", 0)),
                    batch.append("two", event("A", 2))));

            assertThat(outcomes).containsExactly("2-4", "5-5", "6-6");
        }
        RecordedOperation one = store.operationKeys.find("t1", "one").orElseThrow();
        assertThat(one.firstPosition()).isEqualTo(2);
        assertThat(one.lastPosition()).isEqualTo(4);
        assertThat(one.lastSequence()).isEqualTo(1);
        assertThat(store.operationKeys.find("t1", "two").orElseThrow().firstSequence())
                .isEqualTo(2);
    }

    @Test
    void of_one_sequence_are_stored_once() throws SQLException, InterruptedException {
        store.engine.appendEvents(event("A", 0));

        try (OneBatch batch = new OneBatch(store)) {
            assertThat(batch.outcomes(List.of(
                            batch.append(null, event("A", 1)),
                            batch.append(null, event("A", 1)),
                            batch.append(null, event("A", 2)))))
                    .containsExactly("3-3", ConcurrencyException.class, "4-4");
        }
    }

    @Test
    void of_a_new_aggregate_begin_it_with_the_first_that_is_not_refused() throws SQLException, InterruptedException {
        UUID taken = UUID.randomUUID();
        store.engine.appendEvents(event(taken, "A", 0));

        try (OneBatch batch = new OneBatch(store)) {
            assertThat(batch.outcomes(List.of(
                            batch.append(null, event("N", 0), event(taken, "M", 0)),
                            batch.append(null, event("N", 0), event("A", 1), event("N", 1)),
                            batch.append(null, event("N", 1), event("L", 0)),
                            batch.append(null, event("M", 0), event("N", 2)))))
                    .containsExactly(AggregateStreamCreationException.class, "3-5", ConcurrencyException.class, "6-7");
        }
        assertThat(store.log.after(2, 10))
                .extracting(StoredEvent::aggregateId)
                .containsExactly("N", "A", "N", "M", "N");
        assertThat(store.log.ofAggregate("N", null, -1, 10))
                .extracting(StoredEvent::position)
                .containsExactly(3L, 5L, 7L);
        assertThat(store.engine.lastSequenceNumberFor("M")).contains(0L);
        assertThat(store.engine.lastSequenceNumberFor("L")).isEmpty();
        assertThat(store.database.count("store.event WHERE aggregate_id IN ('A', 'N', 'M')"))
                .isEqualTo(3);
    }

    @Test
    void are_not_harmed_by_one_that_PostgreSQL_cannot_take() throws SQLException, InterruptedException {
        try (OneBatch batch = new OneBatch(store)) {
            assertThat(batch.outcomes(List.of(
                            batch.append(null, event("A", 0)),
                            batch.append(null, event("\0", 0)),
                            batch.append(null, event("B", 0)))))
                    .containsExactly("2-2", EventStoreException.class, "3-3");
        }
    }

    @Test
    void are_refused_when_no_more_may_wait() throws SQLException {
        PostgresEventStorageEngine engine = store.builder(store.database.runtime())
                .queue(1, 1_000_000, Duration.ofMillis(50))
                .build();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = store.database.owner().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute(OneBatch.TAKE_APPEND_LOCK);
            Future<?> underWay = threads.submit(() -> engine.appendEvents(event("A", 0)));
            OneBatch.await(() -> store.database.count("pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
            Future<?> queued = threads.submit(() -> engine.appendEvents(event("B", 0)));
            OneBatch.await(() -> engine.figures().waiting() == 1);

            assertThatThrownBy(() -> engine.appendEvents(event("C", 0)))
                    .isInstanceOf(EventStoreUnavailableException.class)
                    .hasMessageContaining("nothing was stored");
            assertThat(underWay).isNotDone();
            assertThat(queued).isNotDone();
        }
        assertThat(store.log.after(0, 10)).extracting(StoredEvent::aggregateId).containsExactly("A", "B");
    }

    @Test
    void are_stored_when_a_thousand_callers_come_at_once() {
        int callers = 1_024;
        List<Boolean> told = Together.run(Executors.newVirtualThreadPerTaskExecutor(), callers, caller -> () -> {
            try {
                store.engine.appendEvents(event("A" + caller, 0), event("A" + caller, 1));
                return true;
            } catch (EventStoreUnavailableException machineTooSlow) {
                return false;
            }
        });

        List<StoredEvent> all = store.log.after(0, EventLog.LIMIT_MAX);
        assertThat(all).extracting(StoredEvent::position).containsExactlyElementsOf(upTo(all.size()));
        assertThat(all)
                .extracting(StoredEvent::aggregateId)
                .containsAll(IntStream.range(0, callers)
                        .filter(told::get)
                        .mapToObj(caller -> "A" + caller)
                        .toList());
        long stored = told.stream().filter(Boolean::booleanValue).count();
        assertThat(stored).isPositive().isEqualTo(store.engine.figures().appends());
        assertThat(store.engine.figures().batches()).isLessThan(callers);
    }

    @Test
    void of_a_caller_that_was_interrupted_harm_no_other() throws SQLException, InterruptedException {
        try (OneBatch batch = new OneBatch(store)) {
            List<Object> outcomes = batch.outcomes(List.of(() -> {
                Thread.currentThread().interrupt();
                try {
                    return batch.append(null, event("A", 0)).call();
                } finally {
                    assertThat(Thread.interrupted()).isTrue();
                }
            }));

            assertThat(outcomes).containsExactly(EventStoreUnavailableException.class);
        }
        store.engine.appendEvents(event("B", 0));
    }

    @Test
    void are_taken_to_the_disk_before_the_engine_closes_and_not_after() throws Exception {
        PostgresEventStorageEngine engine =
                store.builder(store.database.runtime()).build();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> closing;
            Future<?> underWay;
            Future<?> queued;
            try (Connection holder = store.database.owner().getConnection();
                    Statement statement = holder.createStatement()) {
                statement.execute(OneBatch.TAKE_APPEND_LOCK);
                underWay = threads.submit(() -> engine.appendEvents(event("A", 0)));
                OneBatch.await(() -> store.database.count("pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
                queued = threads.submit(() -> engine.appendEvents(event("B", 0)));
                OneBatch.await(() -> engine.figures().waiting() == 1);
                closing = threads.submit(engine::close);
            }
            closing.get(10, TimeUnit.SECONDS);
            assertThat(underWay).isDone();
            assertThat(queued).succeedsWithin(Duration.ofSeconds(1));
        }

        assertThat(store.log.head()).isEqualTo(2);
        assertThatThrownBy(() -> engine.appendEvents(event("C", 0))).isInstanceOf(EventStoreUnavailableException.class);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
