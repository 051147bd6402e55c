package io.coffer.command.payouts;

import io.coffer.api.payouts.PayoutCommand;
import io.coffer.api.payouts.PayoutCommand.AcceptPayout;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.MarkUnknown;
import io.coffer.api.payouts.PayoutCommand.RecordNotFound;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operations;
import io.coffer.command.payouts.PayoutChannel.Order;
import io.coffer.command.payouts.PayoutChannel.Reply;
import io.coffer.command.payouts.PayoutState.Instruction;

/**
 * Talks to the bank when it is time. The durable {@code PayoutSubmitting} is the claim: only who recorded it calls, so
 * that a crash or a second node can never call twice without asking first. ADR 0006.
 */
final class PayoutDesk implements DueTaskHandler {

    private static final String NAME = "payout-desk";

    private final Operations operations;
    private final PayoutLookup lookup;
    private final PayoutChannel channel;

    PayoutDesk(Operations operations, PayoutLookup lookup, PayoutChannel channel) {
        this.operations = operations;
        this.lookup = lookup;
        this.channel = channel;
    }

    @Override
    public boolean handles(DueTask task) {
        return task.name().startsWith("payout.");
    }

    @Override
    public void handle(DueTask task) {
        var payout = new PayoutId(task.aggregateId());
        switch (task.name()) {
            case PayoutDeadlines.SUBMIT -> submit(payout, task);
            case PayoutDeadlines.OUTCOME_DUE -> give(new MarkUnknown(payout, "the call's outcome is missing"), task);
            case PayoutDeadlines.QUERY -> query(payout, task);
            default -> throw new IllegalArgumentException("No such deadline: " + task.name());
        }
    }

    private void submit(PayoutId payout, DueTask task) {
        var instruction = lookup.instruction(payout);
        var stopped = lookup.isStopped(instruction.custodyAccount());
        var claimed = give(new SubmitPayout(payout, stopped), task);
        if (claimed.isNews()) {
            var reply = channel.pay(order(payout, instruction));
            record(payout, instruction.attempts() == 0 ? reply : careful(reply), task);
        }
    }

    /** That nothing was sent this time says nothing about the calls before: the bank may still execute one of them. */
    private static Reply careful(Reply reply) {
        return reply instanceof Reply.Final(PayoutOutcome.Refused(var code)) && code.equals(PayoutChannel.NOTHING_SENT)
                ? new Reply.Unclear(code)
                : reply;
    }

    private void query(PayoutId payout, DueTask task) {
        var reply = channel.query(payout);
        switch (reply) {
            // No news: it is asked again after a longer wait.
            case Reply.Pending _, Reply.Unclear _ -> {}
            case Reply.NotFound _, Reply.Final _ -> record(payout, reply, task);
        }
    }

    private void record(PayoutId payout, Reply reply, DueTask task) {
        switch (reply) {
            case Reply.Pending _ -> give(new AcceptPayout(payout), task);
            case Reply.Final(var outcome) -> give(new ConfirmPayout(payout, outcome), task);
            case Reply.NotFound _ -> give(new RecordNotFound(payout), task);
            case Reply.Unclear(var cause) -> give(new MarkUnknown(payout, cause), task);
        }
    }

    private Answer give(PayoutCommand command, DueTask task) {
        return operations.carryOut(command, task.operation(NAME, command));
    }

    private static Order order(PayoutId payout, Instruction instruction) {
        return new Order(payout, instruction.amount(), instruction.payee(), instruction.custodyAccount());
    }
}
