package io.coffer.query.ledger;

import io.coffer.api.ledger.LedgerEvent;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.ledger.Postings;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends the ledger's own events: each the first and only one of a stream named after what was seen. */
final class StoredLedgerWatch implements LedgerWatchPort {

    private static final String ACTOR = "policy:ledger-watch";

    private final EventStorageEngine engine;

    StoredLedgerWatch(EventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public void report(LedgerEvent event) {
        var stream = event.watch().value();
        try {
            engine.appendEvents(new GenericDomainEventMessage<>(
                    LedgerWatchId.class.getSimpleName(), stream, 0, event, metadata(stream)));
        } catch (ConcurrencyException | AggregateStreamCreationException reportedBefore) {
            // Another node, or this one before a crash, said it already.
            return;
        }
    }

    private static MetaData metadata(String stream) {
        return MetaData.from(Map.of(
                "postingRules",
                Postings.CURRENT,
                "operationId",
                stream,
                "operationScope",
                "policy",
                "correlationId",
                stream,
                "actorKind",
                "POLICY",
                "actorId",
                ACTOR,
                "actorRoles",
                "POLICY"));
    }
}
