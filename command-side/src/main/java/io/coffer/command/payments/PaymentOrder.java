package io.coffer.command.payments;

import io.coffer.api.payments.PaymentCommand;
import io.coffer.api.payments.PaymentEvent;
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

/** Binds {@link PaymentRules} to Axon: load, decide, record. Holds no rule of its own. */
class PaymentOrder {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private PaymentState state = PaymentState.initial();

    @CommandHandler(commandName = CommandNames.PAYMENT_ORDER)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PaymentCommand command, MetaData metadata) {
        Recording.record(PaymentRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(PaymentEvent event, @Timestamp Instant bookedAt) {
        id = event.source().value();
        state = state.after(event, bookedAt);
    }
}
