package io.coffer.eventstore;

import java.util.concurrent.CompletableFuture;

/**
 * An append on its way to the disk, and where its caller waits for it. Failures are SQL exceptions.
 *
 * @param overdueAt when the caller gives up, by {@link System#nanoTime}
 */
record PendingAppend(Append append, long overdueAt, CompletableFuture<Appended> outcome) {

    PendingAppend(Append append, long overdueAt) {
        this(append, overdueAt, new CompletableFuture<>());
    }

    void abandonIfOverdue(long now) {
        if (now - overdueAt >= 0) {
            abandon();
        }
    }

    void abandon() {
        outcome.cancel(false);
    }

    /** Whether the caller has gone away: what nobody waits for, nobody may have. */
    boolean isAbandoned() {
        return outcome.isCancelled();
    }
}
