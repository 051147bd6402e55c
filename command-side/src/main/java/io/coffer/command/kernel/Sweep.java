package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Notes that something's time is over. Nothing depends on it: whether it is over is decided by the rules, by the
 * command's time.
 *
 * @param name part of the names of operations, and so for ever
 * @param deadlines which deadlines it is for, by their names
 */
public record Sweep(String name, Predicate<String> deadlines, Function<DueTask, Command> command, Operations operations)
        implements DueTaskHandler {

    @Override
    public boolean handles(DueTask task) {
        return deadlines.test(task.name());
    }

    @Override
    public void handle(DueTask task) {
        operations.carryOut(command.apply(task), task.operation(name));
    }
}
