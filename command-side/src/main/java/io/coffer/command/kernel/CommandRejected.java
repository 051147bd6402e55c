package io.coffer.command.kernel;

import io.coffer.api.kernel.Rejection;
import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a refusal through Axon as details, so that it survives a command bus between machines. */
public final class CommandRejected extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    public CommandRejected(Rejection reason) {
        super(reason.code(), null, reason);
    }
}
