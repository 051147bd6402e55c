package io.coffer.command.refunds;

import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundEvent;
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

/** Binds {@link RefundRules} to Axon: load, decide, record. Holds no rule of its own. */
class Refund {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private RefundState state = RefundState.initial();

    @CommandHandler(commandName = CommandNames.REFUND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefundCommand command, MetaData metadata, RefundTimes times) {
        Recording.record(RefundRules.decide(state, command, Envelope.given(metadata), times), metadata);
    }

    @EventSourcingHandler
    void on(RefundEvent event, @Timestamp Instant bookedAt) {
        id = event.source().value();
        state = state.after(event, bookedAt);
    }
}
