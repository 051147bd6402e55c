package io.coffer.benchmarks.append;

import io.coffer.api.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events as messages that any engine stores, without the command that would record them. */
public final class EventMessages {

    private EventMessages() {}

    public static DomainEventMessage<?> of(DomainEvent event, long sequence, Map<String, ?> metadata) {
        var id = event.source();
        return new GenericDomainEventMessage<>(
                id.getClass().getSimpleName(),
                id.value(),
                sequence,
                event,
                metadata,
                IdentifierFactory.getInstance().generateIdentifier(),
                Instant.now());
    }
}
