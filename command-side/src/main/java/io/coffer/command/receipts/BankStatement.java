package io.coffer.command.receipts;

import io.coffer.api.receipts.StatementCommand;
import io.coffer.api.receipts.StatementEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link StatementRules} to Axon: load, decide, record. Holds no rule of its own. */
class BankStatement {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private StatementState state = StatementState.initial();

    @CommandHandler(commandName = CommandNames.STATEMENT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StatementCommand command, MetaData metadata) {
        Recording.record(StatementRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(StatementEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
