package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.common.AxonConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A store that cannot answer")
class UnavailableStoreTest {

    private final TestStore store = new TestStore();

    @Test
    void gives_up_on_a_lock_in_time_and_goes_on_when_it_is_free() throws SQLException {
        PostgresEventStorageEngine impatient = store.builder(store.database.runtime())
                .lockTimeout(Duration.ofMillis(50))
                .build();
        try (Connection dead = store.database.owner().getConnection();
                Statement statement = dead.createStatement()) {
            statement.execute(OneBatch.TAKE_APPEND_LOCK);
            assertThatThrownBy(() -> impatient.appendEvents(event("A", 0)))
                    .isInstanceOf(EventStoreUnavailableException.class)
                    .cause()
                    .hasMessageContaining("lock timeout");
            assertUnavailable(impatient::probe);
        }
        impatient.probe();
        impatient.appendEvents(event("A", 0));

        assertThat(store.log.head()).isEqualTo(1);
    }

    @Test
    void can_be_asked_whether_it_would_answer_and_stores_nothing_for_that() {
        store.engine.appendEvents(event("A", 0));
        StoreFigures before = store.engine.figures();

        store.engine.probe();

        assertThat(store.log.head()).isEqualTo(1);
        assertThat(store.engine.figures()).isEqualTo(before);
    }

    @Test
    void never_waits_longer_than_two_seconds() {
        assertThatThrownBy(() -> PostgresEventStorageEngine.builder().lockTimeout(Duration.ofMillis(2_001)))
                .isInstanceOf(AxonConfigurationException.class);
    }

    @Test
    void is_told_apart_on_every_path() {
        PGSimpleDataSource nowhere = store.database.runtime();
        nowhere.setPortNumbers(new int[] {1});

        assertUnavailable(() -> store.engine.appendEvents(event("A", 0)));
        assertUnavailable(() -> store.engine.storeSnapshot(event("A", 0)));
        assertUnavailable(() -> store.engine.readEvents("A").asStream().forEach(message -> {}));
        assertUnavailable(() -> store.engine.readEvents(null, false).forEach(message -> {}));
        assertUnavailable(store.engine::createHeadToken);
        assertUnavailable(store.engine::probe);
        assertUnavailable(() -> store.operationKeys.find("t1", "k"));
        assertUnavailable(store.log::head);
    }

    @Test
    void says_so_when_the_server_ends_the_connection() {
        PGSimpleDataSource ended = store.database.runtime();
        PostgresEventStorageEngine engine = store.builder(Flawed.endedByServer(ended, store.database.owner()))
                .build();

        assertUnavailable(() -> engine.appendEvents(event("A", 0)));
    }

    @Test
    void is_told_in_time_to_those_under_way_and_to_those_behind_them() throws InterruptedException {
        Semaphore connections = new Semaphore(1);
        PostgresEventStorageEngine engine = store.builder(Flawed.behind(connections, store.database.runtime()))
                .lockTimeout(Duration.ofMillis(50))
                .build();
        engine.appendEvents(event("A", 0));
        // Waits for the one of the append before: its caller is told while the committer still looks for more.
        connections.acquire();
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            try {
                Future<?> underWay = callers.submit(() -> engine.appendEvents(event("B", 0)));
                awaitUntil(connections::hasQueuedThreads);
                Future<?> behind = callers.submit(() -> engine.appendEvents(event("C", 0)));

                assertToldUnavailable(underWay);
                assertToldUnavailable(behind);
            } finally {
                // Before the callers are waited for: they would never come back.
                connections.release();
            }
        }
        engine.appendEvents(event("D", 0));

        assertThat(store.log.after(0, 10))
                .as("what nobody waits for any more, nobody may have")
                .extracting(StoredEvent::aggregateId)
                .containsExactly("A", "D");
    }

    @Test
    void is_not_made_of_a_writer_stopped_in_the_middle_of_an_append() throws IOException, InterruptedException {
        // In this order: the proxy closes first, which ends the append the executor waits for.
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                WithholdingProxy proxy = new WithholdingProxy(store.database.runtime())) {
            PostgresEventStorageEngine stopped =
                    store.builder(proxy.dataSource()).build();
            Future<?> append = thread.submit(() -> stopped.appendEvents(event("A", 0)));
            assertThat(proxy.withheld().await(10, TimeUnit.SECONDS)).isTrue();
            awaitHead(1);

            store.engine.appendEvents(event("B", 0));

            assertToldUnavailable(append);
            assertThat(store.log.after(0, 10))
                    .extracting(StoredEvent::aggregateId)
                    .containsExactly("A", "B");
        }
    }

    private static void assertToldUnavailable(Future<?> append) {
        assertThatThrownBy(() -> append.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(EventStoreUnavailableException.class);
    }

    private void awaitHead(long position) {
        awaitUntil(() -> store.log.head() >= position);
    }

    private static void awaitUntil(BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time it took").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void assertUnavailable(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(EventStoreUnavailableException.class);
    }
}
