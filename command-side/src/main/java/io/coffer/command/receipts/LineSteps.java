package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;

/** Steps as operations: all are named after the line's own and after what they ask of whom. */
final class LineSteps implements Steps {

    private final Operations operations;
    private final Operation line;

    LineSteps(Operations operations, Operation line) {
        this.operations = operations;
        this.line = line;
    }

    @Override
    public Answer take(Command command) {
        return operations.carryOut(command, line.step(command));
    }

    @Override
    public Answer finish(Command command) {
        return operations.carryOut(command, line);
    }
}
