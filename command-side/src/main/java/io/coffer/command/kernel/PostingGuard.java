package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.UnbalancedJournal;
import io.coffer.api.ledger.PostingRules;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Equation C1 before the append: an event whose journal does not balance is not stored. */
final class PostingGuard implements MessageDispatchInterceptor<EventMessage<?>> {

    private final PostingRules rules;

    PostingGuard(PostingRules rules) {
        this.rules = rules;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (_, message) -> {
            if (message.getPayload() instanceof DomainEvent event) {
                requireBalanced(event);
            }
            return message;
        };
    }

    private void requireBalanced(DomainEvent event) {
        for (var journal : rules.of(event)) {
            if (!journal.isBalanced()) {
                throw new CommandRejected(new UnbalancedJournal(event.getClass().getSimpleName(), journal.rule()));
            }
        }
    }
}
