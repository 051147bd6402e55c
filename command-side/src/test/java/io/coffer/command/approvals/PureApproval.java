package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** An approval request without Axon. */
public final class PureApproval implements PureAggregate {

    private ApprovalState state = ApprovalState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return ApprovalRules.decide(state, (ApprovalCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((ApprovalEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public static Policy policy() {
        return new ApprovalPolicy();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(ApprovalRequest.class);
    }
}
