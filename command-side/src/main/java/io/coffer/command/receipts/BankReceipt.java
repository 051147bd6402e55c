package io.coffer.command.receipts;

import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link ReceiptRules} to Axon: load, decide, record. Holds no rule of its own. */
class BankReceipt {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private ReceiptState state = ReceiptState.initial();

    @CommandHandler(commandName = CommandNames.BANK_RECEIPT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiptCommand command, MetaData metadata) {
        Recording.record(ReceiptRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(ReceiptEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
