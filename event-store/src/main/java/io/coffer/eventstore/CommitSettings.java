package io.coffer.eventstore;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How appends go to the disk together.
 *
 * @param appendsMax appends that may wait
 * @param bytesMax bytes that may wait
 * @param roomWait how long a caller waits for room
 */
record CommitSettings(InstantSource clock, Duration lockTimeout, int appendsMax, long bytesMax, Duration roomWait) {

    // A bigger batch gains nothing more and keeps those behind it waiting.
    static final int BATCH_EVENTS_MAX = 1_000;
    static final long BATCH_BYTES_MAX = 8L << 20;
    private static final Duration ANSWER_AFTER_LOCK_MAX = Duration.ofMillis(500);

    /** How long anybody waits for the server. */
    Duration patience() {
        return lockTimeout.plus(ANSWER_AFTER_LOCK_MAX);
    }
}
