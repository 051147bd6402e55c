package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events of earlier builds")
class EarlierBuildsTest {

    private static final String WIDE = """
            INSERT INTO store.event VALUES
                (1, 'Thing', 'A', 0, '00000000-0000-0000-0000-000000000001', '2026-11-22T12:00:00.000001Z', 'things.Made', '1', '{"tenant":"t1"}', '{"n":1}'),
                (2, 'Thing', 'A', 1, '00000000-0000-0000-0000-000000000002', '2026-11-22T12:00:00.000001Z', 'things.Moved', NULL, '{}', '{"n":2}'),
                (3, 'Thing', 'B', 0, '00000000-0000-0000-0000-000000000003', '2026-11-22T12:00:01Z', 'things.Made', '1', '{}', ''),
                (4, '', '00000000-0000-0000-0000-000000000004', 0, '00000000-0000-0000-0000-000000000004', '2026-11-22T12:00:01Z', 'things.Made', '', '{}', '{}');
            INSERT INTO store.operation_key VALUES ('t1', 'pay', 'd', 'Thing', 'A', 1, 1, 2, 3);
            """;

    private static final String WITH_IDS = """
            INSERT INTO store.event_kind VALUES (1, 'Thing', 'things.Made', '1'), (2, '', 'things.Heard', NULL);
            INSERT INTO store.event (global_index, booked_at, sequence, kind, event_id, aggregate_id, metadata, payload) VALUES
                (1, '2026-11-22T12:00:00Z', 0, 1, '00000000-0000-0000-0000-000000000001', 'B', '\\x007b7d', '{"n":1}'),
                (2, '2026-11-22T12:00:00Z', 0, 1, '00000000-0000-0000-0000-000000000002', 'A', '\\x007b7d', '{"n":2}'),
                (3, '2026-11-22T12:00:00Z', 0, 2, '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000003', '\\x007b7d', '{}'),
                (4, '2026-11-22T12:00:00Z', 1, 1, '00000000-0000-0000-0000-000000000004', 'B', '\\x007b7d', '{"n":4}'),
                (5, '2026-11-22T12:00:00Z', 1, 1, '00000000-0000-0000-0000-000000000005', 'A', '\\x007b7d', '{"n":5}');
            INSERT INTO store.operation_key VALUES (4, 5, 't1', 'pay', 'd');
            """;

    private static final String NOON = "2026-11-22T12:00:00Z";

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void are_the_same_in_the_compact_table_and_are_continued() {
        database.migrate("3");
        TestDatabase.execute(database.owner(), WIDE);
        database.migrate("latest");
        EventLog log = new EventLog(database.runtime());

        assertThat(log.after(0, 10))
                .containsExactly(
                        stored(
                                1,
                                "Thing",
                                "A",
                                0,
                                "2026-11-22T12:00:00.000001Z",
                                "things.Made",
                                "1",
                                "{\"tenant\":\"t1\"}",
                                "{\"n\":1}"),
                        stored(
                                2,
                                "Thing",
                                "A",
                                1,
                                "2026-11-22T12:00:00.000001Z",
                                "things.Moved",
                                null,
                                "{}",
                                "{\"n\":2}"),
                        stored(3, "Thing", "B", 0, "2026-11-22T12:00:01Z", "things.Made", "1", "{}", ""),
                        stored(
                                4,
                                "",
                                new UUID(0, 4).toString(),
                                0,
                                "2026-11-22T12:00:01Z",
                                "things.Made",
                                "",
                                "{}",
                                "{}"));
        assertThat(new OperationKeys(database.runtime()).find("t1", "pay"))
                .contains(new RecordedOperation(
                        new OperationKey("t1", "pay", "d"),
                        "Thing",
                        "A",
                        1,
                        1,
                        2,
                        3,
                        Instant.parse("2026-11-22T12:00:00.000001Z")));

        try (PostgresEventStorageEngine engine = engine()) {
            engine.appendEvents(new GenericDomainEventMessage<>("Thing", "A", 2, "text", MetaData.emptyInstance()));
        }
        assertThat(log.after(4, 10)).extracting(StoredEvent::position).containsExactly(5L);
        assertThat(database.count("store.named_event WHERE aggregate_id = 'A'")).isEqualTo(3);
    }

    @Test
    void are_the_same_when_each_named_its_aggregate_and_are_continued() {
        database.migrate("5");
        TestDatabase.execute(database.owner(), WITH_IDS);
        database.migrate("latest");
        EventLog log = new EventLog(database.runtime());

        assertThat(log.after(0, 10))
                .containsExactly(
                        made(1, "B", 0), made(2, "A", 0), heard(3, new UUID(0, 3)), made(4, "B", 1), made(5, "A", 1));
        assertThat(log.ofAggregate("A", null, -1, 10)).containsExactly(made(2, "A", 0), made(5, "A", 1));
        assertThat(new EventLog(database.runtime()).after(3, 10)).containsExactly(made(4, "B", 1), made(5, "A", 1));
        assertThat(new OperationKeys(database.runtime()).find("t1", "pay"))
                .map(RecordedOperation::aggregateId)
                .contains("B");

        try (PostgresEventStorageEngine engine = engine()) {
            engine.appendEvents(
                    new GenericDomainEventMessage<>("Thing", "C", 0, "text"),
                    new GenericDomainEventMessage<>("Thing", "A", 2, "text"));
            assertThatThrownBy(() -> engine.appendEvents(new GenericDomainEventMessage<>("Thing", "B", 0, "text")))
                    .isInstanceOf(AggregateStreamCreationException.class);
        }
        assertThat(log.after(5, 10)).extracting(StoredEvent::aggregateId).containsExactly("C", "A");
        assertThat(database.count("store.named_event WHERE aggregate_id = 'A'")).isEqualTo(3);
        assertThat(database.count("store.named_event")).isEqualTo(7);
    }

    private PostgresEventStorageEngine engine() {
        return PostgresEventStorageEngine.builder()
                .dataSource(database.runtime())
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
    }

    private static StoredEvent made(long position, String aggregateId, long sequence) {
        return stored(
                position,
                "Thing",
                aggregateId,
                sequence,
                NOON,
                "things.Made",
                "1",
                "{}",
                "{\"n\":%d}".formatted(position));
    }

    private static StoredEvent heard(long position, UUID eventId) {
        return stored(position, "", eventId.toString(), 0, NOON, "things.Heard", null, "{}", "{}");
    }

    private static StoredEvent stored(
            long position,
            String aggregateType,
            String aggregateId,
            long sequence,
            String bookedAt,
            String name,
            @org.jspecify.annotations.Nullable String revision,
            String metadata,
            String payload) {
        return new StoredEvent(
                position,
                aggregateType,
                aggregateId,
                sequence,
                new UUID(0, position),
                Instant.parse(bookedAt),
                name,
                revision,
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }
}
