package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.OperationId;
import java.util.List;
import java.util.Optional;

/**
 * One wish of one actor, under the name that the actor gave it.
 *
 * @param digest of the content; a repeat under the same name must have the same
 * @param expectedVersions the versions of the target that the actor may have decided on; empty when it does not matter
 */
public record Operation(
        OperationId id,
        String digest,
        Actor actor,
        String correlationId,
        Optional<String> causationId,
        Optional<List<Long>> expectedVersions) {

    /** A step on the way to what the actor wishes, named after the wish and after what is asked of whom. */
    public Operation step(Command command) {
        return step(command.getClass().getSimpleName() + ":" + command.target());
    }

    /**
     * The same for what others may undo: told again after that, the step is judged afresh, where its first answer would hide
     * that it holds no longer.
     *
     * @param version of what is asked, as it was read just now
     */
    public Operation stepFrom(int version, Command command) {
        return step(command.getClass().getSimpleName() + ":" + command.target() + "@" + version);
    }

    /**
     * The answer to a question that several may ask, and several may answer: the store takes one of them, whoever gives it and
     * about whatever. Everybody else gets that one as the answer of his own command.
     */
    public Operation inAnswerTo(String question) {
        return new Operation(
                new OperationId(OperationId.INSTITUTION + "/answers", question),
                "answer",
                actor,
                correlationId,
                causationId,
                Optional.empty());
    }

    private Operation step(String name) {
        return new Operation(
                new OperationId(id.scope() + "/steps", id.key() + "#" + name),
                digest,
                actor,
                correlationId,
                causationId,
                Optional.empty());
    }
}
