package io.coffer.benchmarks.append;

import io.coffer.api.kernel.DomainEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;

/** The least that an aggregate can be: it writes down what it is told and counts it. */
class Notebook {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    @SuppressWarnings("UnusedVariable") // A fold that folds nothing could be left out by the compiler.
    private long notes;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Note note) {
        AggregateLifecycle.apply(note.event());
    }

    @EventSourcingHandler
    void on(DomainEvent event) {
        id = event.source().value();
        notes++;
    }
}
