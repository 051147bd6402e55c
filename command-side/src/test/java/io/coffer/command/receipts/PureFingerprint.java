package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.FingerprintCommand;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A fingerprint without Axon. */
public final class PureFingerprint implements PureAggregate {

    private FingerprintState state = FingerprintState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return FingerprintRules.decide(state, (FingerprintCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((FingerprintEvent) event);
    }

    @Override
    public FingerprintState state() {
        return state;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(ReceiptFingerprint.class);
    }
}
