package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.JSON;
import static io.coffer.eventstore.TestStore.NOON;
import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The event log")
class EventLogTest {

    private final TestStore store = new TestStore();

    @Test
    void gives_the_bytes_the_serializer_wrote() {
        DomainEventMessage<?> event = event("A", 0);
        store.engine.appendEvents(event);

        assertThat(store.log.after(0, 10))
                .containsExactly(new StoredEvent(
                        1,
                        "Thing",
                        "A",
                        0,
                        UUID.fromString(event.getIdentifier()),
                        NOON,
                        "java.lang.String",
                        null,
                        JSON.serialize(event.getMetaData(), byte[].class).getData(),
                        JSON.serialize(event.getPayload(), byte[].class).getData()));
    }

    @Test
    void gives_one_aggregate_as_of_a_moment() {
        store.engine.appendEvents(event("A", 0), event("B", 0));
        store.clock.set(NOON.plusNanos(1_000));
        store.engine.appendEvents(event("A", 1));

        assertThat(store.log.ofAggregate("A", null, -1, 10)).hasSize(2);
        assertThat(store.log.ofAggregate("A", NOON.plusNanos(1_000), -1, 10)).hasSize(2);
        // Nanoseconds short of the second event: rounding up would show what was not booked yet.
        assertThat(store.log.ofAggregate("A", NOON.plusNanos(999), -1, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(0L);
        assertThat(store.log.ofAggregate("A", NOON.minusNanos(1), -1, 10)).isEmpty();
    }

    @Test
    void goes_on_after_a_sequence_or_a_position_up_to_the_limit() {
        store.engine.appendEvents(event("A", 0), event("A", 1), event("A", 2));

        assertThat(store.log.ofAggregate("A", null, 0, 1))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L);
        assertThat(store.log.after(1, 1)).extracting(StoredEvent::position).containsExactly(2L);
        assertThat(store.log.after(3, 1)).isEmpty();
        assertThat(store.log.head()).isEqualTo(3);
    }

    @Test
    void finds_the_token_of_any_time_in_a_long_history() {
        for (int second = 0; second < 37; second++) {
            store.clock.set(NOON.plusSeconds(second / 3));
            store.engine.appendEvents(event("A", second));
        }

        for (int second = 0; second <= 13; second++) {
            long expected = Math.min(37, second * 3L);
            assertThat(position(NOON.plusSeconds(second))).isEqualTo(expected);
            assertThat(position(NOON.plusSeconds(second).minusNanos(1))).isEqualTo(expected);
            assertThat(position(NOON.plusSeconds(second).plusNanos(1))).isEqualTo(Math.min(37, expected + 3));
        }
    }

    @Test
    void takes_any_instant_there_is() {
        store.engine.appendEvents(event("A", 0));

        assertThat(store.log.ofAggregate("A", Instant.MAX, -1, 10)).hasSize(1);
        assertThat(store.log.ofAggregate("A", Instant.MIN, -1, 10)).isEmpty();
        assertThat(position(Instant.MAX)).isEqualTo(1);
        assertThat(position(Instant.MIN)).isZero();
    }

    @Test
    void shows_an_event_of_no_aggregate_under_its_own_id() {
        GenericEventMessage<String> message = new GenericEventMessage<>("free");
        store.engine.appendEvents(message);

        StoredEvent stored = store.log.after(0, 1).getFirst();
        assertThat(stored.isOfAggregate()).isFalse();
        assertThat(stored.aggregateId()).isEqualTo(message.getIdentifier());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, EventLog.LIMIT_MAX + 1})
    void refuses_a_limit_out_of_bounds(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.log.after(0, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> store.log.ofAggregate("A", null, -1, limit));
    }

    @Test
    void gives_events_that_are_equal_by_their_bytes_and_keep_them_out_of_logs() {
        store.engine.appendEvents(event("A", 0), event("A", 1));
        StoredEvent stored = store.log.after(0, 1).getFirst();

        assertThat(stored)
                .isEqualTo(store.log.after(0, 1).getFirst())
                .hasSameHashCodeAs(store.log.after(0, 1).getFirst());
        assertThat(stored).isNotEqualTo(store.log.after(1, 1).getFirst());
        assertThat(stored.toString()).doesNotContain("happened");
    }

    private long position(Instant time) {
        return store.engine.createTokenAt(time).position().orElseThrow();
    }
}
