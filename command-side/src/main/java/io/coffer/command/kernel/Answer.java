package io.coffer.command.kernel;

import java.util.List;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param id the aggregate that decided
 * @param version the aggregate's version after it: the sequence of its last event
 * @param position where the last event stands in the log; a read given it as {@code min-position} has seen it
 * @param events the names of what was recorded; none when the wish was fulfilled already
 * @param replayed whether this is the first answer once more
 */
public record Answer(
        String id, Optional<Long> version, Optional<Long> position, List<String> events, boolean replayed) {

    /** The wish was fulfilled already; nothing was recorded. */
    static Answer unchanged(String id) {
        return new Answer(id, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** Whether the command brought its aggregate into being. */
    public boolean created() {
        return version.filter(last -> last == events.size() - 1).isPresent();
    }

    /** Whether this very call recorded something; a repeat and a wish that was fulfilled already did not. */
    public boolean isNews() {
        return !replayed && !events.isEmpty();
    }
}
