package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import io.coffer.platform.events.EventReader;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** Where aggregates come from: the log, and what is kept of it in memory. */
record AggregateSource(EventLog log, EventReader reader, AggregateCache cache) {

    <T> Aggregates<T> of(Class<T> type, Configuration axon, EventStorageEngine engine) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type, axon.parameterResolverFactory(), axon.handlerDefinition(type));
        var shells = new Shells<>(type);
        var kept = new KeptStates<>(model.type(), shells, new ShellJson<>(type, shells), engine);
        var history = new AggregateHistory<>(model, shells, log, reader, kept);
        return new Aggregates<>(model, shells, history, axon.eventStore(), cache);
    }
}
