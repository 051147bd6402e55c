package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link EscrowRules} to Axon: load, decide, record. Holds no rule of its own. */
class EscrowAccount {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private EscrowState state = EscrowState.initial();

    @CommandHandler(commandName = CommandNames.ESCROW_ACCOUNT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EscrowCommand command, MetaData metadata) {
        Recording.record(EscrowRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(EscrowEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
