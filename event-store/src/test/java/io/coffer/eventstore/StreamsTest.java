package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The aggregate ids of streams")
class StreamsTest {

    private static final int AGGREGATES = 5;

    private final TestStore store = new TestStore();
    private final AtomicInteger statements = new AtomicInteger();

    @BeforeEach
    void two_events_of_each_aggregate() {
        for (int sequence = 0; sequence < 2; sequence++) {
            for (int number = 0; number < AGGREGATES; number++) {
                store.engine.appendEvents(event("A" + number, sequence));
            }
        }
    }

    @Test
    void are_met_by_a_reader_from_the_start_and_never_asked_for() {
        EventLog log = log(2 * AGGREGATES);

        assertThat(ids(log, 0, 3)).containsExactly("A0", "A1", "A2");
        assertThat(ids(log, 3, 7)).containsExactly("A3", "A4", "A0", "A1", "A2", "A3", "A4");
        assertThat(statements).hasValue(2);
    }

    @Test
    void are_asked_for_once_and_together_by_a_reader_from_the_middle() {
        EventLog log = log(2 * AGGREGATES);

        assertThat(ids(log, 5, 4)).containsExactly("A0", "A1", "A2", "A3");
        assertThat(statements).hasValue(2);
        assertThat(ids(log, 5, 4)).containsExactly("A0", "A1", "A2", "A3");
        assertThat(statements).hasValue(3);
        assertThat(ids(log, 5, 5)).containsExactly("A0", "A1", "A2", "A3", "A4");
        assertThat(statements).hasValue(5);
    }

    @Test
    void are_right_when_there_are_more_than_are_kept() {
        EventLog log = log(2);

        for (int from = 0; from < 2 * AGGREGATES; from++) {
            assertThat(ids(log, from, 2 * AGGREGATES))
                    .containsExactlyElementsOf(IntStream.range(from, 2 * AGGREGATES)
                            .mapToObj(position -> "A" + position % AGGREGATES)
                            .toList());
        }
    }

    @Test
    void are_forgotten_but_for_the_last_ones_met() {
        EventLog log = log(2);
        ids(log, 0, AGGREGATES);
        statements.set(0);

        ids(log, 8, 2);
        assertThat(statements).hasValue(1);
        ids(log, 5, 1);
        assertThat(statements).hasValue(3);
    }

    private EventLog log(int kept) {
        Statements counted = new Statements(Flawed.counting(store.database.runtime(), statements));
        return new EventLog(new Events(counted, new EventKinds(counted), new Streams(kept)));
    }

    private static List<String> ids(EventLog log, long after, int limit) {
        return log.after(after, limit).stream().map(StoredEvent::aggregateId).toList();
    }
}
