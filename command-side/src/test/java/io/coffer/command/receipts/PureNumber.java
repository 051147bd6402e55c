package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.VirtualAccountCommand;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A virtual account number without Axon. */
public final class PureNumber implements PureAggregate {

    private NumberState state = NumberState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return NumberRules.decide(state, (VirtualAccountCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((VirtualAccountEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(VirtualAccountNumber.class);
    }
}
