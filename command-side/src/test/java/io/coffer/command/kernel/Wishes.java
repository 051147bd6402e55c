package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Rejection;
import java.util.List;

/** What a policy wants because of an event; asked twice, as it may see an event twice. */
public record Wishes(Policy policy) {

    public Wanted on(DomainEvent event) {
        var reactions = policy.on(event);
        assertThat(commands(policy.on(event))).as("the same wishes again").isEqualTo(commands(reactions));
        return new Wanted(reactions);
    }

    private static List<Command> commands(List<Reaction> reactions) {
        return reactions.stream().map(Reaction::command).toList();
    }

    /** The commands that were given. */
    public record Wanted(List<Reaction> reactions) {

        public Wanted gives(Command... wanted) {
            assertThat(commands(reactions)).containsExactly(wanted);
            return this;
        }

        public void givesNothing() {
            assertThat(reactions).isEmpty();
        }

        /** Every command, and what follows its refusal, is an answer to this question. */
        public Wanted inAnswerTo(String question) {
            assertThat(reactions).allSatisfy(reaction -> {
                assertThat(reaction.question()).contains(question);
                assertThat(reaction.onRefused().apply(new NotFound("it")))
                        .hasValueSatisfying(then -> assertThat(then)
                                .allSatisfy(next -> assertThat(next.question()).contains(question)));
            });
            return this;
        }

        /** A refusal has this next step, possibly none. */
        public Wanted whenRefused(Rejection refusal, Command... next) {
            assertThat(reactions.getFirst().onRefused().apply(refusal))
                    .hasValueSatisfying(then -> assertThat(commands(then)).containsExactly(next));
            return this;
        }

        /** A refusal that was never expected is for people. */
        public Wanted whenRefusedParks(Rejection refusal) {
            assertThat(reactions.getFirst().onRefused().apply(refusal)).isEmpty();
            return this;
        }
    }
}
