package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command that a policy gives because of an event.
 *
 * @param onRefused what to do about a refusal; empty when this refusal was never expected and people must look at it
 * @param question that it answers, where there may be only one answer; see {@link Operation#inAnswerTo}
 */
public record Reaction(
        Command command, Function<Rejection, Optional<List<Reaction>>> onRefused, Optional<String> question) {

    public static Reaction of(Command command) {
        return new Reaction(command, _ -> Optional.empty(), Optional.empty());
    }

    /** A command that is not given any more once anything else has answered the question. */
    public static Reaction inAnswerTo(String question, Command command) {
        return new Reaction(command, _ -> Optional.empty(), Optional.of(question));
    }

    /** The refusal has its own next step. */
    public Reaction orElse(Function<Rejection, List<Reaction>> next) {
        return new Reaction(command, refusal -> Optional.of(next.apply(refusal)), question);
    }

    /** Whatever the target says is fine: it knows better by now. */
    public Reaction orNothing() {
        return orElse(_ -> List.of());
    }
}
