package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.JSON;
import static io.coffer.eventstore.TestStore.NOON;
import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stock engine")
class StockEngineTest {

    private static final OperationKey PAY_ONCE = new OperationKey("t1", "pay-once", "digest-1");
    private static final Instant MILLIS = NOON.truncatedTo(ChronoUnit.MILLIS);

    private final TestDatabase database = TestDatabase.create();
    private final AtomicReference<@Nullable OperationKey> key = new AtomicReference<>();
    private final List<Appended> told = new ArrayList<>();
    private final BatchingEventStorageEngine engine = StoreEngine.AXON_JDBC.engine(
            new EngineParts(database.runtime(), JSON, JSON, () -> NOON, key::get, told::add));
    private final EventLog log = StoreEngine.AXON_JDBC.log(database.runtime());
    private final OperationKeys keys = StoreEngine.AXON_JDBC.operationKeys(database.runtime());

    @Test
    void is_read_in_the_order_of_its_positions_with_the_time_of_the_clock() {
        engine.appendEvents(event("A", 0), event("B", 0));
        engine.appendEvents(event("A", 1));

        assertThat(log.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(log.after(1, 1)).singleElement().satisfies(stored -> {
            assertThat(stored.aggregateId()).isEqualTo("B");
            assertThat(stored.bookedAt()).isEqualTo(MILLIS);
            assertThat(stored.payload()).asString().contains("B happened");
        });
        assertThat(log.ofAggregate("A", null, 0, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L);
        assertThat(log.ofAggregate("A", MILLIS.minusMillis(1), -1, 10)).isEmpty();
        assertThat(log.lastSequence("A")).isEqualTo(1);
        assertThat(log.lastSequence("C")).isEqualTo(-1);
        assertThat(log.head()).isEqualTo(3);
        assertThat(database.count("store.event")).isZero();
    }

    @Test
    void tells_a_taken_sequence_as_a_conflict() {
        engine.appendEvents(event("A", 0), event("A", 1));

        assertThatThrownBy(() -> engine.appendEvents(event("A", 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("A", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void keeps_an_operations_key_with_its_events() {
        engine.appendEvents(event("A", 0));
        key.set(PAY_ONCE);
        engine.appendEvents(event("A", 1), event("B", 0), event("A", 2));

        assertThat(keys.find("t1", "pay-once"))
                .contains(new RecordedOperation(PAY_ONCE, "Thing", "A", 1, 2, 2, 4, MILLIS));
        assertThat(told).containsExactly(new Appended(PAY_ONCE, 2, 4, MILLIS));
    }

    @Test
    void finds_the_events_of_a_key_by_their_ids_though_it_was_planned_when_there_were_none() throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.runtime().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(StockEventStorageEngine.APPENDS);
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE record (text, text, text, varchar[]) AS "
                    + StockEventStorageEngine.RECORD
                            .replace("?, ?, ?", "$1, $2, $3")
                            .replace("?", "$4"));
            ResultSet lines = statement.executeQuery("EXPLAIN EXECUTE record ('t1', 'pay-once', 'digest-1', '{}')");
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }
        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("axon_event_eventidentifier_key"))
                .noneSatisfy(line -> assertThat(line).containsAnyOf("Seq Scan", "axon_event_pkey"));
    }

    @Test
    void stores_nothing_under_a_taken_key() {
        key.set(PAY_ONCE);
        engine.appendEvents(event("A", 0));

        assertThatThrownBy(() -> engine.appendEvents(event("B", 0))).isInstanceOf(OperationKeyTakenException.class);
        assertThat(log.lastSequence("B")).isEqualTo(-1);
        assertThat(told).hasSize(1);
    }

    @Test
    void leaves_no_key_of_a_refused_append() {
        engine.appendEvents(event("A", 0), event("A", 1));
        key.set(PAY_ONCE);

        assertThatThrownBy(() -> engine.appendEvents(event("A", 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(keys.find("t1", "pay-once")).isEmpty();
    }

    @Test
    void is_read_past_what_is_lost_for_good() {
        engine.appendEvents(event("A", 0));
        assertThatThrownBy(() -> engine.appendEvents(event("A", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        engine.appendEvents(event("A", 1));

        assertThat(log.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 3L);
        assertThat(log.after(1, 10)).extracting(StoredEvent::position).containsExactly(3L);
    }

    @Test
    void is_not_read_past_what_is_still_to_come() throws Exception {
        try (Connection late = database.runtime().getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            appendWithoutCommit(statement);
            engine.appendEvents(event("A", 0));
            CompletableFuture<List<StoredEvent>> reading = CompletableFuture.supplyAsync(() -> log.after(0, 10));
            awaitWaitingReader();
            late.commit();

            assertThat(reading.get(10, TimeUnit.SECONDS))
                    .extracting(StoredEvent::position)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void gives_up_reading_when_a_writer_stands_still() throws Exception {
        try (Connection late = database.runtime().getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            appendWithoutCommit(statement);
            engine.appendEvents(event("A", 0));

            assertThatThrownBy(() -> log.after(0, 10)).isInstanceOf(EventStoreUnavailableException.class);
            late.rollback();
        }
        assertThat(log.after(0, 10)).extracting(StoredEvent::position).containsExactly(2L);
    }

    @Test
    void wakes_up_those_who_wait_for_its_events() throws Exception {
        try (NewEvents news = StoreEngine.AXON_JDBC.newEvents(database.runtime())) {
            engine.appendEvents(event("A", 0));

            assertThat(news.awaitAfter(0, Duration.ofSeconds(10))).isTrue();
            assertThat(news.head()).isEqualTo(1);
        }
    }

    // What an append does, up to its commit.
    private static void appendWithoutCommit(Statement statement) throws SQLException {
        statement.execute("SELECT pg_advisory_xact_lock_shared(" + StockEvents.APPENDING + ")");
        statement.execute("""
                INSERT INTO store.axon_event (eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp,
                                              payloadType, metaData, payload)
                VALUES (gen_random_uuid(), 'late', 0, 'Thing', '2026-11-22T12:00:00.000Z', 'x', '{}', '{}')
                """);
    }

    private void awaitWaitingReader() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (database.count("pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
