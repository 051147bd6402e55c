package io.coffer.command.splits;

import io.coffer.api.splits.SplitSwitchCommand;
import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link SplitSwitchRules} to Axon: load, decide, record. Holds no rule of its own. */
class SplitSwitch {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private SplitSwitchState state = SplitSwitchState.initial();

    @CommandHandler(commandName = CommandNames.SPLIT_SWITCH)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SplitSwitchCommand command, MetaData metadata) {
        Recording.record(SplitSwitchRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(SplitSwitchEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
