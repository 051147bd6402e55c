package io.coffer.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a build stands.
 *
 * @param done how many events it has taken
 * @param total how many there are
 * @param secondsLeft at the present rate; missing while there is none
 * @param swapsItself whether it becomes live by itself once it has caught up
 * @param steps what was asked for, by whom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildView(
        String projection,
        int generation,
        Generation.State state,
        long done,
        long total,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        boolean swapsItself,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant liveAt,
        Generation.@Nullable Failure failure,
        List<Rebuilds.Asked> steps) {

    static RebuildView of(Generation generation, long head, List<Rebuilds.Asked> steps) {
        var total = Math.max(head, generation.position());
        return new RebuildView(
                generation.id().projection(),
                generation.id().number(),
                generation.state(),
                generation.position(),
                total,
                generation.eventsPerSecond(),
                secondsLeft(generation, total),
                generation.swapsItself(),
                generation.requestedAt(),
                generation.startedAt(),
                generation.liveAt(),
                generation.failure(),
                steps);
    }

    private static @Nullable Long secondsLeft(Generation generation, long total) {
        return generation.isFed() && generation.eventsPerSecond() > 0
                ? Math.ceilDiv(total - generation.position(), generation.eventsPerSecond())
                : null;
    }
}
