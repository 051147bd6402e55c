package io.coffer.command.payouts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Duration;
import java.time.Instant;

/** A payout without Axon. */
public final class PurePayout implements PureAggregate {

    static final PayoutTimes TIMES = new PayoutTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofHours(24));

    private PayoutState state = PayoutState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return PayoutRules.decide(state, (PayoutCommand) command, given, TIMES);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((PayoutEvent) event, bookedAt);
    }

    @Override
    public Object state() {
        return state;
    }

    public boolean isFinal() {
        return switch (stage()) {
            case "PAID", "RETURNED", "FAILED" -> true;
            default -> false;
        };
    }

    public String stage() {
        return state instanceof PayoutState.Instruction payout ? payout.stage().name() : "UNCREATED";
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(Payout.class);
    }

    public static SliceComponent<?> times() {
        return new SliceComponent<>(PayoutTimes.class, TIMES);
    }
}
