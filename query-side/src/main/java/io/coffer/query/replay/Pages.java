package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Projection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A projection's way through the log: small pages while it keeps up; while it is behind, large ones, and the next is read
 * and decoded while one is applied. Not for several threads.
 */
final class Pages {

    /** What one look takes while little is waiting. */
    static final int SMALLEST = 500;

    // The more of an aggregate's events meet in one batch, the less often its row is replaced.
    private static final int LARGEST = EventLog.LIMIT_MAX;

    private static final Executor AHEAD =
            task -> Thread.ofVirtual().name("read ahead").start(task);

    private final Projection projection;
    private final EventLog log;
    private final EventReading reading;
    private final int smallest;
    private final int largest;
    private int size;
    private @Nullable Ahead ahead;

    Pages(Projection projection, EventLog log, EventReading reading) {
        this(projection, log, reading, SMALLEST, LARGEST);
    }

    Pages(Projection projection, EventLog log, EventReading reading, int smallest, int largest) {
        this.projection = projection;
        this.log = log;
        this.reading = reading;
        this.smallest = smallest;
        this.size = smallest;
        this.largest = largest;
    }

    private record Ahead(long after, CompletableFuture<Page> page) {}

    /** What follows a position; empty at the end of the log. */
    Page after(long position) {
        var page = taken(position);
        if (page.isFull()) {
            size = Math.min(largest, size * 2);
            var last = page.last();
            var next = size;
            ahead = new Ahead(last, CompletableFuture.supplyAsync(() -> read(last, next), AHEAD));
        } else {
            size = smallest;
        }
        return page;
    }

    private Page taken(long position) {
        var prepared = ahead;
        ahead = null;
        if (prepared == null || prepared.after() != position) {
            return read(position, size);
        }
        try {
            return prepared.page().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Page read(long position, int most) {
        return Page.of(log.after(position, most), most, projection::concerns, reading);
    }
}
