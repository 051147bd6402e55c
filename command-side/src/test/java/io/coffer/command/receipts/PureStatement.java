package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.StatementCommand;
import io.coffer.api.receipts.StatementEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A day's statement without Axon. */
public final class PureStatement implements PureAggregate {

    private StatementState state = StatementState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return StatementRules.decide(state, (StatementCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((StatementEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(BankStatement.class);
    }
}
