package io.coffer.query.kernel;

import io.coffer.platform.web.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers from a projection's live generation, with the position that the answer contains at least: header
 * {@value #POSITION}. The position is read before the rows, so a swap in between can only make the answer newer.
 */
public final class Reads {

    public static final String POSITION = "Coffer-Position";

    /** The query parameter of every read: answer only from this position on. */
    public static final String MIN_POSITION = "min-position";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    // Rows may be written by another process, of whose moves this one hears nothing.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);
    private static final long NOT_LIVE = -1;

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Map<String, String> digests;

    /** Of rows that another process writes. */
    public Reads(JdbcClient jdbc, List<? extends Projection> projections) {
        this(jdbc, projections, new Moves());
    }

    public Reads(JdbcClient jdbc, List<? extends Projection> projections, Moves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.digests = projections.stream()
                .map(projection -> ProjectionTables.of(projection.name()))
                .collect(Collectors.toMap(ProjectionTables::projection, ProjectionTables::digest));
    }

    /** The answer of one question; its entity tag is up to the caller. */
    public <T> ResponseEntity<T> from(String projection, @Nullable Long minPosition, Function<JdbcClient, T> question) {
        return from(projection, minPosition, (_, rows) -> question.apply(rows));
    }

    /** As above, for a question that depends on how far the answer reaches. */
    public <T> ResponseEntity<T> from(
            String projection, @Nullable Long minPosition, BiFunction<Long, JdbcClient, T> question) {
        var position = await(minPosition, () -> position(projection), moves);
        return answer(position, question.apply(position, jdbc));
    }

    /** As above, for an answer that is put together of several. */
    public <T> At<T> at(String projection, @Nullable Long minPosition, Function<JdbcClient, T> question) {
        var position = await(minPosition, () -> position(projection));
        return new At<>(position, question.apply(jdbc));
    }

    /** As above, with the version as ETag for commands that decide on it. */
    public <T> ResponseEntity<T> versioned(
            String projection, @Nullable Long minPosition, Function<JdbcClient, Versioned<T>> question) {
        var position = await(minPosition, () -> position(projection), moves);
        var found = question.apply(jdbc);
        return ResponseEntity.ok()
                .header(POSITION, Long.toString(position))
                .eTag("\"" + found.version() + "\"")
                .body(found.view());
    }

    /** An answer and the position that it contains at least. */
    public record At<T>(long position, T answer) {}

    /** A view and the sequence of the last event in it. */
    public record Versioned<T>(long version, T view) {}

    public static <T> ResponseEntity<T> answer(long position, T body) {
        return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(body);
    }

    /** Waits a bounded time for a position of the log itself; gives the one reached. */
    public static long await(@Nullable Long minPosition, LongSupplier current) {
        return await(minPosition, current, new Moves());
    }

    private static long await(@Nullable Long minPosition, LongSupplier current, Moves moves) {
        var wanted = minPosition == null ? 0 : minPosition;
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        var seen = moves.count();
        var position = current.getAsLong();
        while (position < wanted) {
            if (System.nanoTime() > deadline) {
                throw unavailable(position);
            }
            pause(moves, seen);
            seen = moves.count();
            position = current.getAsLong();
        }
        if (position == NOT_LIVE) {
            throw unavailable(position);
        }
        return position;
    }

    private long position(String projection) {
        Optional<Long> live = jdbc.sql("""
            select position from query.generation
             where projection = :projection and state = 'LIVE' and digest = :digest
            """)
                .param("projection", projection)
                .param("digest", digests.get(projection))
                .query((row, _) -> row.getLong("position"))
                .optional();
        return live.orElse(NOT_LIVE);
    }

    private static UnavailableException unavailable(long position) {
        return new UnavailableException(
                position == NOT_LIVE
                        ? "This view is being built."
                        : "This view stands at position " + position + " and has not reached yours yet.",
                RETRY_AFTER,
                null);
    }

    private static void pause(Moves moves, long seen) {
        try {
            moves.awaitAfter(seen, LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping.", RETRY_AFTER, stopped);
        }
    }
}
