package io.coffer.command.payouts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A payout switch without Axon. */
public final class PureSwitch implements PureAggregate {

    private SwitchState state = SwitchState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return SwitchRules.decide(state, (PayoutSwitchCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((PayoutSwitchEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public boolean isStopped() {
        return state.stopped();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(PayoutSwitch.class);
    }
}
