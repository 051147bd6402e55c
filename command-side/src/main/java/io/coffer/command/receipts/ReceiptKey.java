package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptKeyCommand;
import io.coffer.api.receipts.ReceiptKeyEvent;
import io.coffer.api.receipts.ReceiptKeyEvent.ReceiptKeyClaimed;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link ReceiptKeyRules} to Axon: load, decide, record. Holds no rule of its own. */
class ReceiptKey {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private Optional<BankReceiptId> holder = Optional.empty();

    @CommandHandler(commandName = CommandNames.RECEIPT_KEY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiptKeyCommand command, MetaData metadata) {
        Recording.record(ReceiptKeyRules.decide(holder, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(ReceiptKeyEvent event) {
        id = event.source().value();
        holder = switch (event) {
            case ReceiptKeyClaimed e -> Optional.of(e.receipt());
        };
    }
}
