package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import java.time.Instant;
import java.util.Optional;

/** Derives deadlines from events; a pure function. A deadline only sends a command: rules judge by the command's time. */
public interface DeadlineRule {

    /** What the event does to its aggregate's deadline; empty when nothing. */
    Optional<DeadlineChange> after(DomainEvent event, Instant bookedAt);

    /** An aggregate has at most one deadline at a time. */
    sealed interface DeadlineChange {

        /** From now on this is to be done, at {@code due} at the earliest. */
        record Set(String name, Instant due) implements DeadlineChange {}

        /** Nothing is to be done any more. */
        record Clear() implements DeadlineChange {}
    }
}
