package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import io.coffer.platform.events.EventReader;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** Where aggregates come from: the log, and what is kept of it in memory. */
record AggregateSource(EventLog log, EventReader reader, AggregateCache cache) {

    <T> Aggregates<T> of(Class<T> type, Configuration axon) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type, axon.parameterResolverFactory(), axon.handlerDefinition(type));
        var shells = new Shells<>(type);
        return new Aggregates<>(
                model, shells, new AggregateHistory<>(model, shells, log, reader), axon.eventStore(), cache);
    }
}
