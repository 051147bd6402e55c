package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.OperationId;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import java.util.Optional;

/** Ends requests whose day is over. Whether it is over is decided by the request, by the command's time. */
final class ApprovalSweep implements DueTaskHandler {

    private static final String NAME = "approval-sweep";
    private static final Actor SWEEP = Actor.policy(NAME);

    private final Operations operations;

    ApprovalSweep(Operations operations) {
        this.operations = operations;
    }

    @Override
    public boolean handles(DueTask task) {
        return task.name().equals(ApprovalDeadlines.EXPIRY);
    }

    @Override
    public void handle(DueTask task) {
        operations.carryOut(
                new ExpireApproval(new ApprovalRequestId(task.aggregateId())),
                new Operation(
                        new OperationId("policy:" + NAME, task.aggregateId() + "@" + task.cause()),
                        NAME,
                        SWEEP,
                        task.aggregateId(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
