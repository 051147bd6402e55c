package io.coffer.benchmarks.measure;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param warmUp load before the first measurement of a process; a JVM needs long to compile what it will run
 * @param settle load before each measurement
 */
public record Pace(Duration warmUp, Duration settle, Duration window, int windows) {

    /** The figures of the report. */
    public static final Pace FULL =
            new Pace(Duration.ofSeconds(30), Duration.ofMillis(1_500), Duration.ofMillis(1_500), 3);

    /** A look at the order of magnitude. */
    public static final Pace QUICK = new Pace(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(700), 3);

    /** Says only that everything runs; its numbers mean nothing. */
    public static final Pace TINY = new Pace(Duration.ofMillis(50), Duration.ofMillis(20), Duration.ofMillis(60), 2);

    public static Pace named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "quick" -> QUICK;
            case "tiny" -> TINY;
            default -> throw new IllegalArgumentException("A pace is full, quick or tiny, not " + name);
        };
    }

    public String name() {
        return equals(FULL) ? "full" : equals(QUICK) ? "quick" : "tiny";
    }

    /** The same with one window of the warm-up's length. */
    public Pace warmingUp() {
        return new Pace(Duration.ZERO, Duration.ZERO, warmUp, 1);
    }

    /** Two windows after a short warm-up, for what is counted rather than timed. */
    public Pace briefly() {
        return new Pace(window, settle, window, 2);
    }

    /** The one of the three numbers that is for this pace; a pace that was made out of another counts as tiny. */
    public int scaled(int full, int quick, int tiny) {
        return equals(FULL) ? full : equals(QUICK) ? quick : tiny;
    }
}
