package io.coffer.command;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Walks of many seeds. More with {@code -Dcoffer.walks=100000}; one of them again with {@code -Dcoffer.walks=1
 * -Dcoffer.walks.first=4711}. A failing seed becomes a named example.
 */
final class Walks {

    private Walks() {}

    /** Every walk has a world of its own, so that as many are on their way as there are cores; tells the seed that fails. */
    static void each(long count, LongConsumer walk) {
        var first = Long.getLong("coffer.walks.first", 0);
        LongStream.range(first, first + Long.getLong("coffer.walks", count))
                .parallel()
                .mapToObj(seed -> failureOf(seed, walk))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static Optional<AssertionError> failureOf(long seed, LongConsumer walk) {
        try {
            walk.accept(seed);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(new AssertionError("The walk of seed " + seed + " went wrong", failure));
        }
    }
}
