package io.coffer.command.settlements;

import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link SettlementRules} to Axon: load, decide, record. Holds no rule of its own. */
class ChannelSettlement {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private SettlementState state = SettlementState.initial();

    @CommandHandler(commandName = CommandNames.SETTLEMENT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettlementCommand command, MetaData metadata) {
        Recording.record(SettlementRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(SettlementEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
