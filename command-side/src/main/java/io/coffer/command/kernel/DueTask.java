package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.OperationId;
import java.util.Optional;

/**
 * A deadline that is due.
 *
 * @param cause the position of the event that set it; operations are named after it
 * @param attempt how often it came due, from one
 */
public record DueTask(String aggregateId, String name, long cause, int attempt) {

    /** The one operation of a handler: whichever node comes second gets the first one's answer. */
    public Operation operation(String handler) {
        return operation(handler, "");
    }

    /** One of several operations of a handler, named after its command as well. */
    public Operation operation(String handler, Command step) {
        return operation(handler, "/" + step.getClass().getSimpleName());
    }

    private Operation operation(String handler, String step) {
        return new Operation(
                new OperationId("policy:" + handler, aggregateId + "@" + cause + step),
                handler,
                Actor.policy(handler),
                aggregateId,
                Optional.empty(),
                Optional.empty());
    }
}
