package io.coffer.command.splits;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Duration;
import java.time.Instant;

/** A split without Axon. */
public final class PureSplit implements PureAggregate {

    static final Duration WINDOW = Duration.ofDays(180);
    private static final SplitTimes TIMES = new SplitTimes(WINDOW);

    private SplitState state = SplitState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return SplitRules.decide(state, (SplitCommand) command, given, TIMES);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((SplitEvent) event, bookedAt);
    }

    @Override
    public Object state() {
        return state;
    }

    public String stage() {
        return state instanceof Split split ? split.stage().name() : "UNDEFINED";
    }

    public static Policy policy() {
        return new SplitPolicy();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(SplitInstruction.class);
    }

    public static SliceComponent<?> times() {
        return new SliceComponent<>(SplitTimes.class, TIMES);
    }
}
