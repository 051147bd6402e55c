package io.coffer.command.receipts;

import io.coffer.api.receipts.FingerprintCommand;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link FingerprintRules} to Axon: load, decide, record. Holds no rule of its own. */
class ReceiptFingerprint {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private FingerprintState state = FingerprintState.initial();

    @CommandHandler(commandName = CommandNames.FINGERPRINT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FingerprintCommand command, MetaData metadata) {
        Recording.record(FingerprintRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(FingerprintEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
