package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("News of events")
class NewEventsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final String LISTENER = "listener";

    private final TestStore store = new TestStore();
    private final NewEvents news = new NewEvents(named(LISTENER));

    @AfterEach
    void close() {
        news.close();
    }

    @Test
    void reach_every_waiter_of_another_process(TestReporter reporter) {
        await(news::isConnected);
        long[] lags = LongStream.rangeClosed(1, 50).map(this::lagOf).sorted().toArray();

        reporter.publishEntry("median lag, µs", String.valueOf(lags[lags.length / 2] / 1_000));
        assertThat(news.head()).isEqualTo(50);
    }

    private long lagOf(long position) {
        List<Long> times = Together.run(3, thread -> () -> {
            if (thread == 0) {
                store.engine.appendEvents(event("A", position));
            } else {
                assertThat(news.awaitAfter(position - 1, LONG)).isTrue();
            }
            return System.nanoTime();
        });
        return Math.max(0, Math.max(times.get(1), times.get(2)) - times.get(0));
    }

    @Test
    void come_by_asking_alone_when_nobody_notifies() throws InterruptedException {
        store.engine.appendEvents(event("A", 0));
        assertThat(news.awaitAfter(0, LONG)).isTrue();
        TestDatabase.execute(store.database.owner(), TestStore.COPY_OF_THE_FIRST_EVENT);

        assertThat(news.awaitAfter(1, LONG)).isTrue();
        assertThat(news.head()).isEqualTo(2);
    }

    @Test
    void come_again_after_the_connection_was_lost() throws InterruptedException {
        for (long seen = 0; seen < 3; seen++) {
            await(news::isConnected);
            TestDatabase.execute(
                    store.database.owner(),
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '" + LISTENER
                            + "' AND datname = current_database()");
            store.engine.appendEvents(event("A", seen));

            assertThat(news.awaitAfter(seen, LONG)).isTrue();
        }
    }

    @Test
    void are_not_invented_by_a_notification_that_is_no_position() throws InterruptedException {
        await(news::isConnected);
        TestDatabase.execute(store.database.owner(), "NOTIFY store_head, 'soon'");
        store.engine.appendEvents(event("A", 0));

        assertThat(news.awaitAfter(0, LONG)).isTrue();
        assertThat(news.awaitAfter(1, SHORT)).isFalse();
    }

    @Test
    void of_this_process_need_no_connection() throws InterruptedException {
        PGSimpleDataSource nowhere = named(LISTENER);
        nowhere.setPortNumbers(new int[] {1});
        try (NewEvents deaf = new NewEvents(nowhere)) {
            assertThat(deaf.awaitAfter(0, SHORT)).isFalse();
            deaf.reached(7);
            deaf.reached(3);

            assertThat(deaf.awaitAfter(6, Duration.ZERO)).isTrue();
            assertThat(deaf.head()).isEqualTo(7);
            assertThat(deaf.isConnected()).isFalse();
        }
    }

    @Test
    void release_those_who_wait_when_they_end() {
        List<Boolean> answers = Together.run(3, thread -> () -> {
            if (thread == 0) {
                news.close();
                return news.isConnected();
            }
            return news.awaitAfter(0, LONG.multipliedBy(6));
        });

        assertThat(answers).containsOnly(false);
    }

    private PGSimpleDataSource named(String application) {
        PGSimpleDataSource source = store.database.runtime();
        source.setApplicationName(application);
        return source;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
