package io.coffer.command.merchants;

import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link ContractRules} to Axon: load, decide, record. Holds no rule of its own. */
class MerchantContract {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private ContractState state = ContractState.initial();

    @CommandHandler(commandName = CommandNames.CONTRACT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ContractCommand command, MetaData metadata) {
        Recording.record(ContractRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(ContractEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
