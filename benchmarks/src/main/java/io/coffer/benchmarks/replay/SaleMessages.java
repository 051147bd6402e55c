package io.coffer.benchmarks.replay;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.benchmarks.append.CommandTexts;
import io.coffer.benchmarks.append.EventMessages;
import io.coffer.query.SalesInProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Home sales as messages that any engine stores; the same seed gives the same events. */
public final class SaleMessages {

    private static final int SIDE_BY_SIDE = 5_000;
    private static final int APPENDED_AT_ONCE = 1_000;

    private final SalesInProgress sales;
    private final SplittableRandom random;
    private final Map<String, Long> sequences = new HashMap<>();

    public SaleMessages(long seed) {
        this.sales = new SalesInProgress(seed, SIDE_BY_SIDE);
        this.random = new SplittableRandom(seed);
    }

    /** Stores at least so many; gives how many it were. */
    public long fill(EventStorageEngine engine, long events) {
        var written = 0L;
        while (written < events) {
            var messages = next();
            engine.appendEvents(messages);
            written += messages.size();
        }
        return written;
    }

    private List<DomainEventMessage<?>> next() {
        var messages = new ArrayList<DomainEventMessage<?>>();
        while (messages.size() < APPENDED_AT_ONCE) {
            var step = sales.next();
            var metadata = CommandTexts.inherited(random);
            step.forEach(event -> messages.add(message(event, metadata)));
        }
        return messages;
    }

    private DomainEventMessage<?> message(DomainEvent event, Map<String, ?> metadata) {
        var sequence = sequences.merge(event.source().value(), 0L, (last, _) -> last + 1);
        return EventMessages.of(event, sequence, metadata);
    }
}
