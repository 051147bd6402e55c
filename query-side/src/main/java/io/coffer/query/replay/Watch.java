package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.query.replay.Generation.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** How every generation stands, and since when; tells one that is slow from one that does not move at all. */
final class Watch {

    /** A live generation that is behind for so long without a move has stalled. */
    static final Duration STALLED_AFTER = Duration.ofSeconds(30);

    private final Generations generations;
    private final DeadLetters letters;
    private final EventLog log;
    private final LongSupplier nanos;
    private final Map<GenerationId, Since> since = new HashMap<>();

    Watch(Databases databases, EventLog log, LongSupplier nanos) {
        this.generations = new Generations(databases.rows());
        this.letters = new DeadLetters(databases.rows());
        this.log = log;
        this.nanos = nanos;
    }

    private record Since(long position, boolean isBehind, long nanos) {}

    /** One generation at this moment. */
    record Standing(Generation generation, long lag, int deadLetters, Duration still) {

        /** Whether a reader waits for what does not come. */
        boolean isStalled() {
            return generation.state() == State.LIVE && lag > 0 && still.compareTo(STALLED_AFTER) > 0;
        }
    }

    /** Every generation that is read or built. */
    synchronized List<Standing> look() {
        // First the registry: a lag is never counted on events that came after it.
        var known = generations.all().stream()
                .filter(generation -> generation.state() != State.RETIRED)
                .toList();
        var head = log.head();
        since.keySet().retainAll(known.stream().map(Generation::id).toList());
        return known.stream().map(generation -> standing(generation, head)).toList();
    }

    private Standing standing(Generation generation, long head) {
        var now = nanos.getAsLong();
        var lag = Math.max(0, head - generation.position());
        var before = since.get(generation.id());
        var last = before != null && before.isBehind() && lag > 0 && before.position() == generation.position()
                ? before
                : new Since(generation.position(), lag > 0, now);
        since.put(generation.id(), last);
        var still = lag > 0 ? Duration.ofNanos(now - last.nanos()) : Duration.ZERO;
        return new Standing(generation, lag, letters.count(generation.id()), still);
    }
}
