package io.coffer.command.kernel;

import io.coffer.eventstore.Appended;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One try to carry a command out. The repository and the store, which Axon calls in between, tell it what the decision
 * stood on and what became of it, so that {@link Operations} need not ask the store.
 */
final class Attempt {

    private static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

    private final Trust trust;
    private boolean fromMemory;
    private long sequence = -1;
    private List<DomainEventMessage<?>> recorded = List.of();
    private @Nullable Appended appended;

    Attempt(Trust trust) {
        this.trust = trust;
    }

    /** The try that this thread is in; one that trusts nothing outside of any. */
    static Attempt current() {
        return CURRENT.isBound() ? CURRENT.get() : new Attempt(Trust.NOTHING);
    }

    /** The store's callback, on the thread that appends. */
    static void tellAppended(Appended news) {
        if (CURRENT.isBound()) {
            CURRENT.get().appended = news;
        }
    }

    void run(Runnable dispatch) {
        ScopedValue.where(CURRENT, this).run(dispatch);
    }

    Trust trust() {
        return trust;
    }

    void standsOnMemory(long lastSequence) {
        fromMemory = true;
        sequence = lastSequence;
    }

    void records(List<DomainEventMessage<?>> events) {
        recorded = events;
    }

    /** Whether the decision stood on something that the store was not asked about, and that is other than this. */
    boolean isOutdatedBy(long lastSequence) {
        return fromMemory && sequence != lastSequence;
    }

    boolean stoodOnMemory() {
        return fromMemory;
    }

    List<DomainEventMessage<?>> recorded() {
        return recorded;
    }

    /** Where the events are; empty when nothing was stored or the store does not tell. */
    Optional<Appended> appended() {
        return Optional.ofNullable(appended);
    }

    /** What may be taken for true without asking the store; an append finds out, and so must whoever appends nothing. */
    enum Trust {
        NOTHING,
        THE_CACHE,
        /** As the cache; and that what is not there does not exist at all: the command is to bring it into being. */
        THE_CACHE_OR_NEWNESS
    }
}
