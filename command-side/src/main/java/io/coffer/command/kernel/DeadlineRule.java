package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;

/** Derives deadlines from events; a pure function. A deadline only sends a command: rules judge by the command's time. */
public interface DeadlineRule {

    /** What the event does to its aggregate's deadlines, in this order; nothing for most events. */
    List<DeadlineChange> after(DomainEvent event, Instant bookedAt);

    /** An aggregate has any number of deadlines, told apart by their names. */
    sealed interface DeadlineChange {

        /** From now on this is to be done, at {@code due} at the earliest; it replaces the one of the same name. */
        record Set(String name, Instant due) implements DeadlineChange {}

        /** This is not to be done any more. */
        record Clear(String name) implements DeadlineChange {}

        /** Nothing is to be done any more. */
        record ClearAll() implements DeadlineChange {}
    }
}
