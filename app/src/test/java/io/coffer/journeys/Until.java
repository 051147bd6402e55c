package io.coffer.journeys;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens behind the answers; looks often and gives up loudly. */
final class Until {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MS = 40;
    private static final long LOOK_SELDOM_MS = Long.getLong("coffer.day.look-every-ms", 400);

    private Until() {}

    static <T> T is(Supplier<T> look, Predicate<T> expected) {
        return is(LONGEST, look, expected);
    }

    static <T> T is(Duration longest, Supplier<T> look, Predicate<T> expected) {
        return is(longest, LOOK_EVERY_MS, look, expected);
    }

    /** For one of many who wait at the same time: who has waited long looks seldom, or looking is all that gets done. */
    static <T> T among(Duration longest, Supplier<T> look, Predicate<T> expected) {
        return is(longest, LOOK_SELDOM_MS, look, expected);
    }

    private static <T> T is(Duration longest, long seldomMs, Supplier<T> look, Predicate<T> expected) {
        var pause = LOOK_EVERY_MS;
        var deadline = System.nanoTime() + longest.toNanos();
        for (var seen = look.get(); ; seen = look.get()) {
            if (expected.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + longest + " in vain; it is still " + seen);
            }
            pause(pause);
            pause = Math.min(seldomMs, 2 * pause);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
