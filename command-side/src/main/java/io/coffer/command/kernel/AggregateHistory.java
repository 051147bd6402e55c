package io.coffer.command.kernel;

import io.coffer.command.kernel.AggregateCache.Held;
import io.coffer.eventstore.EventLog;
import io.coffer.platform.events.EventReader;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.inspection.AggregateModel;

/** Folds an aggregate's stored events. Folds know what happened and when, and no metadata. */
final class AggregateHistory<T> {

    static final int PAGE = 1_000;

    // A fold is not told which message it folds.
    private static final String NO_ID = new UUID(0, 0).toString();

    private final AggregateModel<T> model;
    private final Shells<T> shells;
    private final EventLog log;
    private final EventReader reader;

    AggregateHistory(AggregateModel<T> model, Shells<T> shells, EventLog log, EventReader reader) {
        this.model = model;
        this.shells = shells;
        this.log = log;
        this.reader = reader;
    }

    /** The aggregate as it is in the store; with sequence -1 when it is not there. One query for up to a page of events. */
    Held<T> load(String id) {
        var held = new Held<>(shells.blank(), shells, -1);
        while (true) {
            var page = log.ofAggregate(id, null, held.sequence(), PAGE);
            page.forEach(stored -> fold(held, stored.sequence(), reader.event(stored), stored.bookedAt()));
            if (page.size() < PAGE) {
                return held;
            }
        }
    }

    void fold(Held<T> held, long sequence, Object event, Instant bookedAt) {
        var message = new GenericDomainEventMessage<>(
                model.type(), "", sequence, event, MetaData.emptyInstance(), NO_ID, bookedAt);
        model.publish(message, held.root());
        held.reached(sequence);
    }
}
