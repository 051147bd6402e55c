package io.coffer.eventstore;

import java.util.concurrent.CompletableFuture;

/** An append on its way to the disk, and where its caller waits for it. Failures are SQL exceptions. */
record PendingAppend(Append append, CompletableFuture<Appended> outcome) {

    PendingAppend(Append append) {
        this(append, new CompletableFuture<>());
    }

    /** Whether the caller has gone away: what nobody waits for, nobody may have. */
    boolean isAbandoned() {
        return outcome.isCancelled();
    }
}
