package io.coffer.command.splits;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.splits.SplitSwitchCommand;
import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** The switch of a merchant's splits without Axon. */
public final class PureSplitSwitch implements PureAggregate {

    private SplitSwitchState state = SplitSwitchState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return SplitSwitchRules.decide(state, (SplitSwitchCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((SplitSwitchEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(SplitSwitch.class);
    }
}
