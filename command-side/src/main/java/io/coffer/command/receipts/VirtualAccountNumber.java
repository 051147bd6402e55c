package io.coffer.command.receipts;

import io.coffer.api.receipts.VirtualAccountCommand;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link NumberRules} to Axon: load, decide, record. Holds no rule of its own. */
class VirtualAccountNumber {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private NumberState state = NumberState.initial();

    @CommandHandler(commandName = CommandNames.VIRTUAL_ACCOUNT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(VirtualAccountCommand command, MetaData metadata) {
        Recording.record(NumberRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(VirtualAccountEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
