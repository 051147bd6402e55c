package io.coffer.command.kernel;

import io.coffer.command.kernel.AggregateCache.Held;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.events.EventReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.inspection.AggregateModel;

/** Folds an aggregate's stored events. Folds know what happened and when, and no metadata. */
final class AggregateHistory<T> {

    private static final int LONG_PAGE = 1_000;

    // A fold is not told which message it folds.
    private static final String NO_ID = new UUID(0, 0).toString();

    private final AggregateModel<T> model;
    private final Shells<T> shells;
    private final EventLog log;
    private final EventReader reader;
    private final KeptStates<T> kept;

    AggregateHistory(AggregateModel<T> model, Shells<T> shells, EventLog log, EventReader reader, KeptStates<T> kept) {
        this.model = model;
        this.shells = shells;
        this.log = log;
        this.reader = reader;
        this.kept = kept;
    }

    /**
     * The aggregate as it is in the store; with sequence -1 when it is not there. One query for most; only a history that
     * fills a page can have a snapshot, and is then read from there.
     */
    Held<T> load(String id) {
        var first = log.ofAggregate(id, null, -1, KeptStates.EVERY);
        if (first.size() < KeptStates.EVERY) {
            return folded(blank(), first);
        }
        var snapshot = kept.find(id);
        var held = snapshot.orElseGet(() -> folded(blank(), first));
        var since = snapshot.map(Held::sequence).orElse(-1L);
        List<StoredEvent> page;
        do {
            page = log.ofAggregate(id, null, held.sequence(), LONG_PAGE);
            folded(held, page);
        } while (page.size() == LONG_PAGE);
        if (held.sequence() - since >= KeptStates.EVERY) {
            kept.keep(id, held);
        }
        return held;
    }

    /** Folds what was appended just now, and keeps the state now and then. */
    void follow(String id, Held<T> held, List<?> events, Instant bookedAt) {
        var pages = (held.sequence() + 1) / KeptStates.EVERY;
        events.forEach(event -> fold(held, held.sequence() + 1, event, bookedAt));
        if ((held.sequence() + 1) / KeptStates.EVERY > pages) {
            kept.keep(id, held);
        }
    }

    private Held<T> folded(Held<T> held, List<StoredEvent> page) {
        page.forEach(stored -> fold(held, stored.sequence(), reader.event(stored), stored.bookedAt()));
        return held;
    }

    private void fold(Held<T> held, long sequence, Object event, Instant bookedAt) {
        var message = new GenericDomainEventMessage<>(
                model.type(), "", sequence, event, MetaData.emptyInstance(), NO_ID, bookedAt);
        model.publish(message, held.root());
        held.reached(sequence);
    }

    private Held<T> blank() {
        return new Held<>(shells.blank(), shells, -1);
    }
}
