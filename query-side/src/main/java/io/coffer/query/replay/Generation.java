package io.coffer.query.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the registry. */
record Generation(
        GenerationId id,
        State state,
        String digest,
        long position,
        long lettersTaken,
        long eventsPerSecond,
        boolean swapsItself,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant liveAt,
        @Nullable Failure failure) {

    enum State {
        /** Wanted, without a schema yet. */
        REQUESTED,
        BUILDING,
        /** Its building stands still until somebody resumes it. */
        PAUSED,
        LIVE,
        /** Replaced; its schema is about to go. */
        RETIRED,
        DROPPED
    }

    /** Where a generation stands still, and why. */
    record Failure(long position, String event, String reason, Instant since, int attempts) {}

    /** Not live yet, and not given up. */
    boolean isBuild() {
        return switch (state) {
            case REQUESTED, BUILDING, PAUSED -> true;
            case LIVE, RETIRED, DROPPED -> false;
        };
    }

    boolean isFed() {
        return state == State.BUILDING || state == State.LIVE;
    }
}
