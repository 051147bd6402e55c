package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptKeyCommand;
import io.coffer.api.receipts.ReceiptKeyEvent.ReceiptKeyClaimed;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;
import java.util.Optional;

/** A booking's key without Axon. */
public final class PureReceiptKey implements PureAggregate {

    private Optional<BankReceiptId> holder = Optional.empty();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return ReceiptKeyRules.decide(holder, (ReceiptKeyCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        holder = Optional.of(((ReceiptKeyClaimed) event).receipt());
    }

    @Override
    public Optional<BankReceiptId> state() {
        return holder;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(ReceiptKey.class);
    }
}
