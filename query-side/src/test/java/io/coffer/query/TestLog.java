package io.coffer.query;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.PostgresEventStorageEngine;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Appends hand-made events through the real engine, with the sequences and the clock of the test. */
public final class TestLog {

    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final PostgresEventStorageEngine engine;
    private final EventLog log;
    private final Map<String, Long> sequences = new HashMap<>();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

    public TestLog(TestDatabase database) {
        var json = new EventJson(EventCatalog.ofAllEvents());
        this.engine = PostgresEventStorageEngine.builder()
                .dataSource(database.runtime())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .clock(clock::get)
                .build();
        this.log = new EventLog(database.runtime());
    }

    public void clock(Instant now) {
        clock.set(now);
    }

    /** Appends in one transaction and gives the position of the last event. */
    public long append(DomainEvent... events) {
        return append(List.of(events));
    }

    public long append(List<? extends DomainEvent> events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            messages.add(message(event.source(), event));
        }
        engine.appendEvents(messages);
        return log.head();
    }

    public EventLog log() {
        return log;
    }

    public PostgresEventStorageEngine engine() {
        return engine;
    }

    private DomainEventMessage<?> message(AggregateId id, DomainEvent event) {
        var sequence = sequences.merge(id.value(), 0L, (last, _) -> last + 1);
        return new GenericDomainEventMessage<>(
                id.getClass().getSimpleName(),
                id.value(),
                sequence,
                event,
                MetaData.with("postingRules", 1)
                        .and("operationId", "op-" + sequence)
                        .and("operationScope", "acme")
                        .and("correlationId", "5f0c7f3e-6f57-4c55-9b36-8d2c6a1b7e90")
                        .and("causationId", "policy:receipt-to-account:4711")
                        .and("actorKind", "TENANT")
                        .and("actorId", "acme")
                        .and("actorRoles", "BUSINESS")
                        .and("actorTenant", "acme")
                        .and("tenant", "acme")
                        .and("commandedAt", "2026-11-22T04:00:00.123456Z")
                        .and("actor", "tester"),
                UUID.randomUUID().toString(),
                Instant.EPOCH);
    }
}
