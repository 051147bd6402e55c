package io.coffer.query.replay;

import io.coffer.eventstore.StoredEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Poison;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the log, read for one projection.
 *
 * @param isFull whether more may follow at once
 */
record Page(List<Line> lines, boolean isFull) {

    /** One event; decoded if it matters here, with the reason if that failed. */
    record Line(
            StoredEvent stored,
            @Nullable Booked event,
            @Nullable Poison poison) {

        /** The event, or none when it does not matter here. Throws where it cannot be read. */
        @Nullable
        Booked orPoison() {
            if (poison != null) {
                throw poison;
            }
            return event;
        }
    }

    static Page of(List<StoredEvent> stored, int asked, Predicate<String> concerns, EventReading reading) {
        // Decoded by all processors at once, and handed on in the order of the log.
        var lines = stored.parallelStream()
                .map(event -> concerns.test(event.aggregateId()) ? line(event, reading) : new Line(event, null, null))
                .toList();
        return new Page(lines, stored.size() == asked);
    }

    static Line line(StoredEvent stored, EventReading reading) {
        try {
            return new Line(stored, reading.read(stored), null);
        } catch (RuntimeException failure) {
            var reason = "Cannot be read: " + failure.getClass().getSimpleName();
            return new Line(stored, null, new Poison(stored.position(), stored.name(), reason));
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    long last() {
        return lines.getLast().stored().position();
    }
}
