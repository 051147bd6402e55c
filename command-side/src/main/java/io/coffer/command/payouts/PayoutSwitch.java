package io.coffer.command.payouts;

import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link SwitchRules} to Axon: load, decide, record. Holds no rule of its own. */
class PayoutSwitch {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private SwitchState state = SwitchState.initial();

    @CommandHandler(commandName = CommandNames.PAYOUT_SWITCH)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PayoutSwitchCommand command, MetaData metadata) {
        Recording.record(SwitchRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(PayoutSwitchEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
