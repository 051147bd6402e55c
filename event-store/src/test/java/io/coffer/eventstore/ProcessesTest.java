package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Processes that write to one log")
class ProcessesTest {

    private static final Duration STOPPED = Duration.ofSeconds(70);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
    private static final String HOLDER = """
            SELECT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND a.application_name = 'stopped'
            """;

    private final TestStore store = new TestStore();

    @Test
    void lose_nothing_they_told_when_one_is_killed() throws IOException {
        Set<UUID> told = new HashSet<>();
        try (WriterProcess living = WriterProcess.start("living", store.database.runtime())) {
            for (int kill = 1; kill <= 2; kill++) {
                try (WriterProcess killed = WriterProcess.start("killed-" + kill, store.database.runtime())) {
                    OneBatch.await(
                            () -> killed.told().size() > 300 && living.told().size() > 300);
                    killed.kill();
                    told.addAll(killed.told());
                }
            }
            int before = living.told().size();
            OneBatch.await(() -> living.told().size() > before + 100);
            living.kill();
            told.addAll(living.told());
        }

        List<StoredEvent> all = wholeLog();
        assertThat(all).extracting(StoredEvent::eventId).containsAll(told);
        assertThat(all).extracting(StoredEvent::position).containsExactlyElementsOf(upTo(all.size()));
        assertThat(all).extracting(StoredEvent::bookedAt).isSorted();
    }

    @Test
    void answer_in_time_while_one_stands_still_with_the_lock_and_go_on_afterwards() throws Exception {
        AtomicBoolean reading = new AtomicBoolean(true);
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        try (WriterProcess stopped = WriterProcess.start("stopped", store.database.runtime())) {
            Thread reader = Thread.ofPlatform().start(() -> follow(seen, reading));
            OneBatch.await(() -> stopped.told().size() > 300);
            long backend = stopWithTheLock(stopped);
            try {
                long end = System.nanoTime() + STOPPED.toNanos();
                for (long round = 0; System.nanoTime() < end; round++) {
                    long started = System.nanoTime();
                    appended("beside-" + round);
                    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(ANSWER_MAX);
                }
            } finally {
                signal("CONT", backend);
                signal("CONT", stopped.pid());
            }
            OneBatch.await(() -> appended("after-" + System.nanoTime()));
            int before = stopped.told().size();
            OneBatch.await(() -> stopped.told().size() > before + 100);
            stopped.kill();
            assertThat(wholeLog()).extracting(StoredEvent::eventId).containsAll(stopped.told());
            long head = store.log.head();
            OneBatch.await(() -> seen.size() >= head);
            reading.set(false);
            reader.join();
            assertThat(seen).containsExactlyElementsOf(upTo(head));
        }
    }

    private boolean appended(String aggregate) {
        try {
            store.engine.appendEvents(event(aggregate, 0));
            return true;
        } catch (EventStoreUnavailableException inTime) {
            return false;
        }
    }

    /** Stops the client and its server process while the latter holds the append lock. */
    private long stopWithTheLock(WriterProcess writer) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            long backend = holder();
            // A server process that has ended meanwhile cannot be stopped.
            if (backend != 0 && signalled("STOP", backend)) {
                if (holder() == backend) {
                    signal("STOP", writer.pid());
                    return backend;
                }
                // It may have been ending when it was stopped; then it is gone by now, and nothing stands still.
                var _ = signalled("CONT", backend);
            }
        }
        throw new AssertionError("Never caught with the lock");
    }

    private long holder() {
        try (Connection connection = store.database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 2_000);
            try (ResultSet row = statement.executeQuery(HOLDER)) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException frozen) {
            return 0;
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(signalled(signal, pid)).isTrue();
    }

    private static boolean signalled(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                        .start()
                        .waitFor()
                == 0;
    }

    private void follow(List<Long> seen, AtomicBoolean reading) {
        long last = 0;
        while (reading.get()) {
            for (StoredEvent event : store.log.after(last, 500)) {
                last = event.position();
                seen.add(last);
            }
        }
    }

    private List<StoredEvent> wholeLog() {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page = store.log.after(0, EventLog.LIMIT_MAX);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store.log.after(all.getLast().position(), EventLog.LIMIT_MAX);
        }
        return all;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
