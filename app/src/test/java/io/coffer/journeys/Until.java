package io.coffer.journeys;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens behind the answers; looks often and gives up loudly. */
final class Until {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MS = 40;

    private Until() {}

    static <T> T is(Supplier<T> look, Predicate<T> expected) {
        return is(LONGEST, look, expected);
    }

    static <T> T is(Duration longest, Supplier<T> look, Predicate<T> expected) {
        var deadline = System.nanoTime() + longest.toNanos();
        for (var seen = look.get(); ; seen = look.get()) {
            if (expected.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + longest + " in vain; it is still " + seen);
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
