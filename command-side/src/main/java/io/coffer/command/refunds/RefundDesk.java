package io.coffer.command.refunds;

import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operations;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.command.refunds.RefundChannel.Reply;
import io.coffer.command.refunds.RefundState.Admitted;
import java.util.Optional;

/**
 * Talks to the channel when it is time. The durable {@code RefundSubmitted} is the claim: only who recorded it calls, so
 * that a crash or a second node can never call twice without asking first. ADR 0006.
 */
final class RefundDesk implements DueTaskHandler {

    private static final String NAME = "refund-desk";

    private final Operations operations;
    private final RefundLookup lookup;
    private final RefundChannel channel;

    RefundDesk(Operations operations, RefundLookup lookup, RefundChannel channel) {
        this.operations = operations;
        this.lookup = lookup;
        this.channel = channel;
    }

    @Override
    public boolean handles(DueTask task) {
        return task.name().startsWith("refund.");
    }

    @Override
    public void handle(DueTask task) {
        var refund = new RefundId(task.aggregateId());
        switch (task.name()) {
            case RefundDeadlines.SUBMIT -> submit(refund, task);
            case RefundDeadlines.OUTCOME_DUE ->
                give(new MarkRefundUnknown(refund, "the call's outcome is missing"), task);
            case RefundDeadlines.QUERY -> query(refund, task);
            default -> throw new IllegalArgumentException("No such deadline: " + task.name());
        }
    }

    private void submit(RefundId refund, DueTask task) {
        var state = admitted(refund);
        var order = order(state);
        var claimed = give(new SubmitRefund(refund), task);
        if (claimed.isNews()) {
            var reply = order.isReversal() ? channel.reverse(order) : channel.submit(order);
            record(refund, reply, Optional.of(state.talk().attempts() + 1), task);
        }
    }

    private void query(RefundId refund, DueTask task) {
        var order = order(admitted(refund));
        var reply = order.isReversal() ? channel.queryReversal(order) : channel.query(order);
        switch (reply) {
            // No news: it is asked again after a longer wait.
            case Reply.Pending _, Reply.Unclear _ -> {}
            case Reply.NotFound _, Reply.Final _ -> record(refund, reply, Optional.empty(), task);
        }
    }

    private void record(RefundId refund, Reply reply, Optional<Integer> attempt, DueTask task) {
        switch (reply) {
            case Reply.Pending _ -> give(new RecordPending(refund), task);
            case Reply.Final(var outcome) -> give(new ConfirmRefund(refund, outcome, attempt), task);
            case Reply.NotFound _ -> give(new RecordRefundNotFound(refund), task);
            case Reply.Unclear(var cause) -> give(new MarkRefundUnknown(refund, cause), task);
        }
    }

    private Answer give(RefundCommand command, DueTask task) {
        return operations.carryOut(command, task.operation(NAME, command));
    }

    private Admitted admitted(RefundId refund) {
        return lookup.find(refund).orElseThrow(() -> new IllegalStateException("No refund " + refund));
    }

    private static Order order(Admitted state) {
        return RefundLookup.order(state)
                .orElseThrow(() -> new IllegalStateException("No channel pays " + state.refund()));
    }
}
