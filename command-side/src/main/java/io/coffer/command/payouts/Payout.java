package io.coffer.command.payouts;

import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link PayoutRules} to Axon: load, decide, record. Holds no rule of its own. */
class Payout {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private PayoutState state = PayoutState.initial();

    @CommandHandler(commandName = CommandNames.PAYOUT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PayoutCommand command, MetaData metadata, PayoutTimes times) {
        Recording.record(PayoutRules.decide(state, command, Envelope.given(metadata), times), metadata);
    }

    @EventSourcingHandler
    void on(PayoutEvent event, @Timestamp Instant bookedAt) {
        id = event.source().value();
        state = state.after(event, bookedAt);
    }
}
