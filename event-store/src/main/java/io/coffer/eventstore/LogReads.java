package io.coffer.eventstore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link EventLog} needs of the table that an engine keeps its events in. */
interface LogReads {

    /** In the order of positions. Whatever is left out before the last one given was never stored and never will be. */
    List<StoredEvent> after(long position, int limit);

    List<StoredEvent> ofAggregate(String aggregateId, @Nullable Instant asOf, long firstSequence, int limit);

    @Nullable
    Long lastSequence(String aggregateId);

    long head();
}
