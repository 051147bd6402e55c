package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.OperationId;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import java.util.Optional;

/** Notes that an order's time is over. Nothing depends on it: rules judge by the command's time. */
final class FreezeDesk implements DueTaskHandler {

    private static final Actor DESK = Actor.policy("freeze-desk");
    private static final String DIGEST = "freeze-desk";

    private final Operations operations;

    FreezeDesk(Operations operations) {
        this.operations = operations;
    }

    @Override
    public boolean handles(DueTask task) {
        return FreezeDeadlines.names(task.name());
    }

    @Override
    public void handle(DueTask task) {
        var account = new EscrowAccountId(task.aggregateId());
        operations.carryOut(
                new ExpireFreeze(account, FreezeDeadlines.orderNo(task.name())),
                new Operation(
                        new OperationId("policy:freeze-desk", task.aggregateId() + "@" + task.cause()),
                        DIGEST,
                        DESK,
                        task.aggregateId(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
