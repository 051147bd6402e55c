package io.coffer.command.kernel;

import io.coffer.command.kernel.AggregateCache.Held;
import io.coffer.eventstore.EventStoreUnavailableException;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Snapshots of one aggregate type, so that a long history need not be read from its beginning. */
final class KeptStates<T> {

    /** After how many events the state is kept once more. */
    static final int EVERY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(KeptStates.class);

    private final String type;
    private final Shells<T> shells;
    private final ShellJson<T> json;
    private final EventStorageEngine engine;

    KeptStates(String type, Shells<T> shells, ShellJson<T> json, EventStorageEngine engine) {
        this.type = type;
        this.shells = shells;
        this.json = json;
        this.engine = engine;
    }

    Optional<Held<T>> find(String id) {
        try {
            return engine.readSnapshot(id)
                    .flatMap(snapshot -> snapshot.getPayload() instanceof KeptState state
                            ? json.read(state).map(root -> new Held<>(root, shells, snapshot.getSequenceNumber()))
                            : Optional.empty());
        } catch (EventStoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The snapshot of {} cannot be read; its events are", id, e);
            return Optional.empty();
        }
    }

    /** A snapshot that is missing costs time only, so no failure here is anybody's failure. */
    void keep(String id, Held<T> held) {
        try {
            json.write(held.root())
                    .ifPresent(state ->
                            engine.storeSnapshot(new GenericDomainEventMessage<>(type, id, held.sequence(), state)));
        } catch (RuntimeException e) {
            LOG.warn("The state of {} is not kept: {}", id, e.toString());
        }
    }
}
