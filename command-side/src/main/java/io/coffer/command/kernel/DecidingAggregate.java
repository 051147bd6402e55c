package io.coffer.command.kernel;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.modelling.command.inspection.AggregateModel;

/** Axon's aggregate around a working copy, which remembers what was recorded. */
final class DecidingAggregate<T> extends EventSourcedAggregate<T> {

    private final List<DomainEventMessage<?>> recorded = new ArrayList<>();

    DecidingAggregate(T copy, AggregateModel<T> model, EventBus events, long sequence) {
        super(copy, model, events, NoSnapshotTriggerDefinition.TRIGGER);
        initSequence(sequence);
    }

    @Override
    protected void publish(EventMessage<?> message) {
        super.publish(message);
        if (message instanceof DomainEventMessage<?> event) {
            recorded.add(event);
        }
    }

    List<DomainEventMessage<?>> recorded() {
        return recorded;
    }
}
