package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.OperationId;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import java.util.Optional;

/** Notes that the time to object to a claim is over. Nothing depends on it: rules judge by the command's time. */
final class HoldbackDesk implements DueTaskHandler {

    private static final Actor DESK = Actor.policy("holdback-desk");
    private static final String DIGEST = "holdback-desk";

    private final Operations operations;

    HoldbackDesk(Operations operations) {
        this.operations = operations;
    }

    @Override
    public boolean handles(DueTask task) {
        return HoldbackDeadlines.names(task.name());
    }

    @Override
    public void handle(DueTask task) {
        var account = new EscrowAccountId(task.aggregateId());
        operations.carryOut(
                new ExpireObjection(account, HoldbackDeadlines.claimNo(task.name())),
                new Operation(
                        new OperationId("policy:holdback-desk", task.aggregateId() + "@" + task.cause()),
                        DIGEST,
                        DESK,
                        task.aggregateId(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
