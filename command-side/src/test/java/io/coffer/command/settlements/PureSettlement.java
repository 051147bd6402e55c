package io.coffer.command.settlements;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.settlements.SettlementCommand;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A channel's settlement without Axon. */
public final class PureSettlement implements PureAggregate {

    private SettlementState state = SettlementState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return SettlementRules.decide(state, (SettlementCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((SettlementEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public static Policy policy() {
        return new SettlementPolicy();
    }

    /** What its channel owes by what was booked to it; below zero where it kept more. */
    public long booked() {
        return state.booked().owed().minorUnits() - state.booked().kept().minorUnits();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(ChannelSettlement.class);
    }
}
