package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link FeeAccountRules} to Axon: load, decide, record. Holds no rule of its own. */
class MerchantFeeAccount {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private FeeAccountState state = FeeAccountState.initial();

    @CommandHandler(commandName = CommandNames.FEE_ACCOUNT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FeeAccountCommand command, MetaData metadata) {
        Recording.record(FeeAccountRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(FeeAccountEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
