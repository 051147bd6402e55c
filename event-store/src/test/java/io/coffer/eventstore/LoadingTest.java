package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Loading an aggregate")
class LoadingTest {

    private static final int BATCH = 3;

    private final TestStore store = new TestStore();
    private final AtomicInteger statements = new AtomicInteger();

    @Test
    void takes_one_query_beside_that_for_its_snapshot() {
        EmbeddedEventStore eventStore = eventStore(builder());
        append(2);
        assertThat(sequences(eventStore)).containsExactly(0L, 1L);
        assertThat(queries(eventStore)).isEqualTo(2);

        eventStore.storeSnapshot(snapshot(1));
        append(3);
        assertThat(sequences(eventStore)).containsExactly(1L, 2L);
        assertThat(queries(eventStore)).isEqualTo(2);
    }

    @Test
    void takes_one_query_without_snapshots() {
        EmbeddedEventStore eventStore = eventStore(builder().withoutSnapshots());
        append(2);
        eventStore.storeSnapshot(snapshot(1));

        assertThat(sequences(eventStore)).containsExactly(0L, 1L);
        assertThat(queries(eventStore)).isEqualTo(1);
    }

    @Test
    void takes_a_query_more_for_each_full_batch() {
        EmbeddedEventStore eventStore = eventStore(builder().withoutSnapshots());
        append(BATCH * 2 + 1);

        assertThat(sequences(eventStore)).hasSize(BATCH * 2 + 1);
        assertThat(queries(eventStore)).isEqualTo(3);
    }

    @Test
    void ignores_a_snapshot_of_an_older_revision_and_keeps_one_of_the_newer() {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        EmbeddedEventStore newer = eventStore(builder()
                .snapshotSerializer(json)
                .snapshotFilter(RevisionSnapshotFilter.builder()
                        .type("Thing")
                        .revision("2")
                        .build()));
        append(2);
        newer.storeSnapshot(new GenericDomainEventMessage<>("Thing", "A", 1, new First("one")));
        assertThat(sequences(newer)).containsExactly(0L, 1L);

        newer.storeSnapshot(new GenericDomainEventMessage<>("Thing", "A", 1, new Second("two")));
        assertThat(sequences(newer)).containsExactly(1L);
    }

    @Revision("1")
    record First(String state) {}

    @Revision("2")
    record Second(String state) {}

    private void append(long upTo) {
        for (long sequence = store.engine.lastSequenceNumberFor("A").orElse(-1L) + 1; sequence < upTo; sequence++) {
            store.engine.appendEvents(event("A", sequence));
        }
    }

    private static DomainEventMessage<?> snapshot(long sequence) {
        return new GenericDomainEventMessage<>("Thing", "A", sequence, "state");
    }

    private int queries(EmbeddedEventStore eventStore) {
        statements.set(0);
        assertThat(sequences(eventStore)).isNotEmpty();
        return statements.get();
    }

    private static List<Long> sequences(EmbeddedEventStore eventStore) {
        return eventStore
                .readEvents("A")
                .asStream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private PostgresEventStorageEngineBuilder builder() {
        return store.builder(Flawed.counting(store.database.runtime(), statements))
                .batchSize(BATCH);
    }

    private static EmbeddedEventStore eventStore(PostgresEventStorageEngineBuilder builder) {
        return EmbeddedEventStore.builder().storageEngine(builder.build()).build();
    }
}
