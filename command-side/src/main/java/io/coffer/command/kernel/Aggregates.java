package io.coffer.command.kernel;

import io.coffer.command.kernel.AggregateCache.Held;
import io.coffer.command.kernel.Attempt.Trust;
import io.coffer.eventstore.Appended;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out aggregates of one type, one command at a time. A decision is folded twice: into a copy before its events are
 * appended, so that nothing unfoldable is ever stored, and into the cache when they are durable, with the time that the
 * store gave them. ADR 0007.
 */
final class Aggregates<T> implements Repository<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Aggregates.class);

    private final AggregateModel<T> model;
    private final Shells<T> shells;
    private final AggregateHistory<T> history;
    private final EventBus events;
    private final AggregateCache cache;
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    Aggregates(
            AggregateModel<T> model,
            Shells<T> shells,
            AggregateHistory<T> history,
            EventBus events,
            AggregateCache cache) {
        this.model = model;
        this.shells = shells;
        this.history = history;
        this.events = events;
        this.cache = cache;
    }

    @Override
    public Aggregate<T> loadOrCreate(String id, Callable<T> factory) {
        var unit = CurrentUnitOfWork.get();
        var lock = locks.obtainLock(id);
        unit.onCleanup(_ -> lock.release());
        var attempt = Attempt.current();
        var held = held(id, attempt);
        var deciding = new DecidingAggregate<>(shells.copy(held.root()), model, events, held.sequence());
        attempt.records(deciding.recorded());
        unit.afterCommit(_ -> becameDurable(id, held, attempt));
        unit.onRollback(_ -> wasNotStored(id, attempt));
        return deciding;
    }

    private Held<T> held(String id, Attempt attempt) {
        if (attempt.trust() != Trust.NOTHING) {
            var cached = cache.find(id, shells);
            if (cached.isPresent()) {
                attempt.standsOnMemory(cached.get().sequence());
                return cached.get();
            }
        }
        if (attempt.trust() == Trust.THE_CACHE_OR_NEWNESS) {
            attempt.standsOnMemory(-1);
            return new Held<>(shells.blank(), shells, -1);
        }
        var loaded = history.load(id);
        if (loaded.sequence() >= 0) {
            cache.keep(id, loaded);
        }
        return loaded;
    }

    private void becameDurable(String id, Held<T> held, Attempt attempt) {
        if (attempt.recorded().isEmpty()) {
            return;
        }
        try {
            attempt.appended().ifPresentOrElse(appended -> follow(id, held, attempt, appended), () -> cache.evict(id));
        } catch (RuntimeException e) {
            // The command was carried out all the same; the next one reads the store.
            LOG.error("The cached {} could not follow its events", id, e);
            cache.evict(id);
        }
    }

    private void follow(String id, Held<T> held, Attempt attempt, Appended appended) {
        var facts = attempt.recorded().stream().map(Message::getPayload).toList();
        history.follow(id, held, facts, appended.bookedAt());
        cache.keep(id, held);
    }

    // A conflict, or an outcome that nobody knows: either way the store knows better.
    private void wasNotStored(String id, Attempt attempt) {
        if (!attempt.recorded().isEmpty()) {
            cache.evict(id);
        }
    }

    @Override
    public Aggregate<T> load(String id) {
        throw notUsed();
    }

    @Override
    public Aggregate<T> load(String id, @Nullable Long expectedVersion) {
        throw notUsed();
    }

    @Override
    public Aggregate<T> newInstance(Callable<T> factory) {
        throw notUsed();
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        throw notUsed();
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return false;
    }

    private static UnsupportedOperationException notUsed() {
        return new UnsupportedOperationException(
                "Every command here may create its target; Axon's deadlines are not used");
    }
}
