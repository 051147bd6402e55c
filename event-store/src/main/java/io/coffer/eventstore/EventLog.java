package io.coffer.eventstore;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Direct reads of what was booked, for auditors and proofs: the stored bytes, past any serializer or upcaster. */
public final class EventLog {

    /** Most events one read gives: read on after the last one. */
    public static final int LIMIT_MAX = 10_000;

    private final LogReads events;

    public EventLog(DataSource dataSource) {
        this(Events.of(new Statements(dataSource)));
    }

    EventLog(LogReads events) {
        this.events = events;
    }

    /** Events of one aggregate booked up to and including {@code asOf}; {@code afterSequence} -1 starts at the first. */
    public List<StoredEvent> ofAggregate(String aggregateId, @Nullable Instant asOf, long afterSequence, int limit) {
        return events.ofAggregate(aggregateId, asOf, following(afterSequence), checked(limit));
    }

    /** Events in commit order; position 0 starts at the first. Only our own engine leaves no position out. */
    public List<StoredEvent> after(long position, int limit) {
        return events.after(position, checked(limit));
    }

    /** The sequence of the aggregate's last event, -1 when there is none. */
    public long lastSequence(String aggregateId) {
        Long last = events.lastSequence(aggregateId);
        return last == null ? -1 : last;
    }

    /** The position of the last event, 0 when there is none. */
    public long head() {
        return events.head();
    }

    private static long following(long sequence) {
        return sequence == Long.MAX_VALUE ? sequence : sequence + 1;
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit is 1 to %d, not %d".formatted(LIMIT_MAX, limit));
        }
        return limit;
    }
}
