package io.coffer.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** An engine on a database of its own, with a clock and an operation key the test sets. */
final class TestStore {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    /** What an append would do, without telling anybody. */
    static final String COPY_OF_THE_FIRST_EVENT = """
            INSERT INTO store.event
            SELECT global_index + 1, booked_at, stream, sequence + 1, kind, gen_random_uuid(), NULL, metadata, payload
            FROM store.event WHERE global_index = 1
            """;

    static final Serializer JSON = Jackson3Serializer.builder().build();

    final TestDatabase database = TestDatabase.create();
    final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    final AtomicReference<@Nullable OperationKey> operationKey = new AtomicReference<>();
    final PostgresEventStorageEngine engine = engine();
    final EventLog log = new EventLog(database.runtime());
    final OperationKeys operationKeys = new OperationKeys(database.runtime());

    /** Another engine on the same database is to PostgreSQL what another process is. */
    PostgresEventStorageEngine engine() {
        return builder(database.runtime()).build();
    }

    PostgresEventStorageEngineBuilder builder(DataSource dataSource) {
        return PostgresEventStorageEngine.builder()
                .dataSource(dataSource)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .lockTimeout(Duration.ofSeconds(2))
                .clock(clock::get)
                .operationKeys(operationKey::get);
    }

    static DomainEventMessage<?> event(String aggregateId, long sequence) {
        return event(UUID.randomUUID(), aggregateId, sequence);
    }

    static DomainEventMessage<?> event(UUID eventId, String aggregateId, long sequence) {
        String payload = "%s happened for the %dth time: 存管".formatted(aggregateId, sequence);
        return new GenericDomainEventMessage<>(
                "Thing",
                aggregateId,
                sequence,
                payload,
                MetaData.with("tenant", "t1"),
                eventId.toString(),
                Instant.EPOCH);
    }
}
