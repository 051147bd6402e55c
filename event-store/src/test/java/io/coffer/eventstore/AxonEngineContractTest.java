package io.coffer.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ListAssert;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Axon's own contract. Its test of duplicate event ids uses the id "id": our column is a uuid, so here it is one. Its
 * tests of times put them into the messages: ours come from the clock, under the lock, so here the clock is moved.
 */
@DisplayName("The engine, by Axon's own contract,")
class AxonEngineContractTest
        extends BatchingEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngineBuilder> {

    private static final Instant FIRST = Instant.parse("2007-12-03T10:15:30.00Z");
    private static final UUID SAME_ID = new UUID(0, 1);

    private TestStore store = new TestStore();
    private PostgresEventStorageEngine engine = store.engine;

    @BeforeEach
    void empty_store() {
        // The times before, at and after which the inherited tests look are those around this one.
        store.clock.set(FIRST);
        setTestSubject(engine);
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngineBuilder> customization) {
        engine = customization.apply(store.builder(store.database.runtime())).build();
        setTestSubject(engine);
        return engine;
    }

    @Test
    @Override
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        assertThatThrownBy(
                        () -> engine.appendEvents(TestStore.event(SAME_ID, "A", 0), TestStore.event(SAME_ID, "B", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    @Override
    public void uniqueKeyConstraintOnEventIdentifier() {
        assertThatThrownBy(
                        () -> engine.appendEvents(TestStore.event(SAME_ID, "A", 1), TestStore.event(SAME_ID, "B", 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    @Override
    public void createTokenAt() {
        book(0, FIRST.minusSeconds(30));
        EventMessage<?> second = book(1, FIRST.plusSeconds(10));
        EventMessage<?> third = book(2, FIRST.plusSeconds(5));

        assertThatReadingFrom(engine.createTokenAt(FIRST))
                .containsExactly(second.getIdentifier(), third.getIdentifier());
    }

    @Test
    @Override
    public void createTokenWithUnorderedEvents() {
        book(0, FIRST);
        book(1, FIRST.plusSeconds(10));
        EventMessage<?> third = book(2, FIRST.plusSeconds(20));
        // The clock goes back, booked_at does not: both are booked at the time of the third.
        EventMessage<?> fourth = book(3, FIRST.plusSeconds(15));
        EventMessage<?> fifth = book(4, FIRST.plusSeconds(12));

        assertThatReadingFrom(engine.createTokenAt(FIRST.plusSeconds(15)))
                .containsExactly(third.getIdentifier(), fourth.getIdentifier(), fifth.getIdentifier());
    }

    @Test
    void token_of_an_empty_store_sees_the_first_event() {
        TrackingToken head = engine.createHeadToken();
        TrackingToken atFirst = engine.createTokenAt(FIRST);
        GenericEventMessage<String> message = new GenericEventMessage<>("first");
        engine.appendEvents(message);

        assertThatReadingFrom(head).containsExactly(message.getIdentifier());
        assertThatReadingFrom(atFirst).containsExactly(message.getIdentifier());
    }

    private EventMessage<?> book(long sequence, Instant at) {
        store.clock.set(at);
        EventMessage<?> event = TestStore.event("A", sequence);
        engine.appendEvents(event);
        return event;
    }

    private ListAssert<String> assertThatReadingFrom(TrackingToken token) {
        return assertThat(
                engine.readEvents(token, false).map(EventMessage::getIdentifier).toList());
    }
}
