package io.coffer.command.kernel;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.EventLog;
import io.coffer.platform.events.EventReader;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads one aggregate's whole history and folds it: what is true about it at this moment. */
public final class Histories {

    private static final int PAGE = 500;

    private final EventLog log;
    private final EventReader reader;

    Histories(EventLog log, EventReader reader) {
        this.log = log;
        this.reader = reader;
    }

    public <S> S fold(AggregateId id, S initial, BiFunction<S, Fact, S> step) {
        var state = initial;
        var last = -1L;
        while (true) {
            var page = log.ofAggregate(id.value(), null, last, PAGE);
            for (var stored : page) {
                state = step.apply(state, new Fact(reader.event(stored), stored.bookedAt()));
                last = stored.sequence();
            }
            if (page.size() < PAGE) {
                return state;
            }
        }
    }

    /** How the aggregate began; empty while it did not. */
    public Optional<DomainEvent> beginning(AggregateId id) {
        return log.ofAggregate(id.value(), null, -1, 1).stream()
                .map(reader::event)
                .findFirst();
    }

    /** The same, of what begins in one way only; empty too where something else came first. */
    public <E extends DomainEvent> Optional<E> beginning(AggregateId id, Class<E> as) {
        return beginning(id).filter(as::isInstance).map(as::cast);
    }

    /** An event and when it was booked. */
    public record Fact(DomainEvent event, Instant bookedAt) {}
}
