package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.NOON;
import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An append")
class AppendTest {

    private static final Duration MICRO = Duration.ofNanos(1_000);

    private final TestStore store = new TestStore();

    @Test
    void gives_its_events_one_time_and_neighbouring_positions() {
        store.engine.appendEvents(event("A", 0));
        store.engine.appendEvents(event("B", 0), event("B", 1), event("A", 1));

        assertThat(store.log.after(1, 10)).extracting(StoredEvent::position).containsExactly(2L, 3L, 4L);
        assertThat(store.log.after(1, 10)).extracting(StoredEvent::bookedAt).containsOnly(NOON);
    }

    @Test
    void never_books_before_the_event_before_though_the_clock_goes_back() {
        for (Instant reading : List.of(NOON, NOON.minusSeconds(7_200), NOON.minus(MICRO), NOON.plus(MICRO))) {
            store.clock.set(reading);
            store.engine.appendEvents(event("A", store.log.head()));
        }

        assertThat(store.log.after(0, 10))
                .extracting(StoredEvent::bookedAt)
                .containsExactly(NOON, NOON, NOON, NOON.plus(MICRO));
    }

    @Test
    void books_whole_microseconds_and_reads_them_back_as_the_time_of_the_message() {
        store.clock.set(NOON.plusNanos(999));
        store.engine.appendEvents(event("A", 0));

        assertThat(store.engine.readEvents("A").next().getTimestamp()).isEqualTo(NOON);
        assertThat(store.engine.readEvents(null, false).map(EventMessage::getTimestamp))
                .containsExactly(NOON);
    }

    @Test
    void of_a_taken_sequence_is_a_conflict_and_stores_nothing() {
        store.engine.appendEvents(event("A", 0), event("A", 1));

        assertThatThrownBy(() -> store.engine.appendEvents(event("B", 0), event("A", 1), event("A", 2)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("aggregate [A] at sequence [1]");
        assertThat(store.log.head()).isEqualTo(2);
        assertThat(store.engine.lastSequenceNumberFor("B")).isEmpty();
    }

    @Test
    void of_a_taken_first_sequence_is_a_creation_conflict() {
        store.engine.appendEvents(event("A", 0));

        assertThatThrownBy(() -> store.engine.appendEvents(event("A", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void of_a_taken_sequence_is_a_conflict_of_that_aggregate_among_others() {
        store.engine.appendEvents(event("A(1, 2)=(3", 0), event("A(1, 2)=(3", 1), event("B", 0));

        assertThatThrownBy(() -> store.engine.appendEvents(event("N", 1), event("B", 1), event("A(1, 2)=(3", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("aggregate [A(1, 2)=(3] at sequence [1]");
        assertThat(store.engine.lastSequenceNumberFor("N")).isEmpty();
    }

    @Test
    void of_one_sequence_twice_is_a_conflict_of_an_aggregate_that_is_not_there() {
        assertThatThrownBy(() -> store.engine.appendEvents(event("N", 0), event("M", 1), event("M", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("aggregate [M] at sequence [1]");
        assertThat(store.log.head()).isZero();
        assertThat(store.engine.lastSequenceNumberFor("M")).isEmpty();
    }

    @Test
    void of_an_aggregate_that_begins_late_is_continued_under_its_id() {
        store.engine.appendEvents(event("A", 5));
        store.engine.appendEvents(event("B", 0), event("A", 4), event("A", 6));

        assertThat(store.log.after(1, 10)).extracting(StoredEvent::aggregateId).containsExactly("B", "A", "A");
        assertThat(store.log.ofAggregate("A", null, -1, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void of_a_taken_event_id_is_a_conflict_of_that_event() {
        UUID taken = UUID.randomUUID();
        store.engine.appendEvents(event(taken, "A", 0));

        assertThatThrownBy(() -> store.engine.appendEvents(event("B", 0), event(taken, "B", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("aggregate [B] at sequence [1]");
        assertThat(store.log.head()).isEqualTo(1);
    }

    @Test
    void works_on_connections_that_do_not_commit_by_themselves() {
        PostgresEventStorageEngine engine = store.builder(Flawed.withoutAutoCommit(store.database.runtime()))
                .build();
        engine.appendEvents(event("A", 0));

        assertThat(store.log.head()).isEqualTo(1);
    }

    @Test
    void refuses_an_isolation_under_which_the_head_could_be_stale() {
        store.database.runtime().setOptions("-c default_transaction_isolation=serializable");

        assertThatThrownBy(() -> store.engine.appendEvents(event("A", 0)))
                .isInstanceOf(EventStoreException.class)
                .cause()
                .hasMessageContaining("needs read committed");
        assertThat(store.log.head()).isZero();
    }

    @Test
    void tells_where_its_events_are_before_it_returns() {
        List<Appended> told = new ArrayList<>();
        PostgresEventStorageEngine engine =
                store.builder(store.database.runtime()).appended(told::add).build();
        OperationKey key = new OperationKey("t1", "k", "d");
        engine.appendEvents(event("A", 0));
        store.operationKey.set(key);
        engine.appendEvents(event("A", 1), event("B", 0));
        assertThatThrownBy(() -> engine.appendEvents(event("A", 1))).isInstanceOf(OperationKeyTakenException.class);

        assertThat(told).containsExactly(new Appended(null, 1, 1, NOON), new Appended(key, 2, 3, NOON));
    }

    @Test
    void of_nothing_does_nothing() {
        store.engine.appendEvents(List.<DomainEventMessage<?>>of());

        assertThat(store.log.head()).isZero();
    }

    @Test
    void is_read_after_one_number_only() {
        assertThatThrownBy(() -> store.engine
                        .readEvents(GapAwareTrackingToken.newInstance(5, List.of(3L)), false)
                        .toList())
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("one number");
    }

    @Test
    void of_many_events_is_loaded_whole_though_in_batches() {
        PostgresEventStorageEngine small =
                store.builder(store.database.runtime()).batchSize(3).build();
        for (long sequence = 0; sequence < 7; sequence++) {
            small.appendEvents(event("A", sequence));
        }

        assertThat(small.readEvents("A").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(small.lastSequenceNumberFor("A")).contains(6L);
    }
}
