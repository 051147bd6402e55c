package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Writers at the same time")
class ConcurrentWritersTest {

    private static final int WRITERS = 8;
    private static final int APPENDS = 40;

    private final TestStore store = new TestStore();
    // To PostgreSQL a second engine is a second process: they share nothing else.
    private final List<PostgresEventStorageEngine> engines = List.of(store.engine, store.engine());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void leave_no_gap_though_a_third_of_the_appends_fails(long seed) {
        AtomicInteger refused = new AtomicInteger();
        long stored = Together.run(WRITERS, writer -> writing(writer, new Random(seed + writer), refused)).stream()
                .mapToLong(Long::longValue)
                .sum();

        List<StoredEvent> all = store.log.after(0, EventLog.LIMIT_MAX);
        assertThat(all).extracting(StoredEvent::position).containsExactlyElementsOf(upTo(stored));
        assertThat(all).extracting(StoredEvent::bookedAt).isSorted();
        assertThat(refused).hasPositiveValue();
    }

    @Test
    void are_read_once_each_and_in_order_by_a_reader_beside_them() {
        long expected = (long) (WRITERS / 2) * APPENDS * 2;
        List<List<Long>> seen = Together.run(
                WRITERS / 2 + 1,
                thread -> thread == 0
                        ? () -> following(expected)
                        : () -> {
                            for (int append = 0; append < APPENDS; append++) {
                                long sequence = append * 2L;
                                engine(thread)
                                        .appendEvents(event("A" + thread, sequence), event("A" + thread, sequence + 1));
                            }
                            return List.of();
                        });

        assertThat(seen.getFirst()).containsExactlyElementsOf(upTo(expected));
    }

    @Test
    void of_one_aggregate_win_each_sequence_once() {
        List<Long> wins = Together.run(WRITERS, writer -> () -> {
            long won = 0;
            for (long sequence = 0; sequence < APPENDS; sequence++) {
                won += appended(engine(writer), List.of(event("hot", sequence))) ? 1 : 0;
            }
            return won;
        });

        assertThat(wins.stream().mapToLong(Long::longValue).sum()).isEqualTo(APPENDS);
        assertThat(store.engine.readEvents("hot").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, APPENDS).boxed().toList());
    }

    private Callable<Long> writing(int writer, Random random, AtomicInteger refused) {
        return () -> {
            long sequence = 0;
            for (int append = 0; append < APPENDS; append++) {
                store.clock.set(Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1_000)));
                List<DomainEventMessage<?>> events = new ArrayList<>();
                for (int size = 1 + random.nextInt(3); size > 0; size--) {
                    events.add(event("A" + writer, sequence + events.size()));
                }
                // The last event is there already: all of the append must go, after indexes were counted for it.
                if (random.nextInt(3) == 0) {
                    events.add(event("A" + writer, sequence));
                }
                if (appended(engine(writer), events)) {
                    sequence += events.size();
                } else {
                    refused.incrementAndGet();
                }
            }
            return sequence;
        };
    }

    private static boolean appended(PostgresEventStorageEngine engine, List<DomainEventMessage<?>> events) {
        try {
            engine.appendEvents(events);
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
            return false;
        }
    }

    private List<Long> following(long expected) {
        List<Long> positions = new ArrayList<>();
        TrackingToken token = store.engine.createTailToken();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (positions.size() < expected && System.nanoTime() < deadline) {
            for (TrackedEventMessage<?> message :
                    store.engine.readEvents(token, false).toList()) {
                token = message.trackingToken();
                positions.add(token.position().orElseThrow());
            }
        }
        return positions;
    }

    private PostgresEventStorageEngine engine(int writer) {
        return engines.get(writer % engines.size());
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
