package io.coffer.benchmarks.report;

import java.util.Optional;

/**
 * What was asked for, and what came out.
 *
 * @param bound the ratio or rate that it should be at least; for {@code atMost} the most it may be
 */
record Floor(String what, double bound, boolean atMost, Form form, Optional<Double> measured) {

    enum Form {
        TIMES,
        PERCENT,
        RATE,
        MILLIS;

        String of(Optional<Double> value) {
            return switch (this) {
                case TIMES -> Numbers.times(value);
                case PERCENT -> Numbers.percent(value);
                case RATE -> value.map(rate -> Numbers.plain(rate) + "/s").orElse("not measured");
                case MILLIS -> value.map(time -> Numbers.plain(time) + " ms").orElse("not measured");
            };
        }
    }

    static Floor atLeast(String what, double least, Form form, Optional<Double> measured) {
        return new Floor(what, least, false, form, measured);
    }

    static Floor atMost(String what, double most, Form form, Optional<Double> measured) {
        return new Floor(what, most, true, form, measured);
    }

    String asked() {
        return (atMost ? "at most " : "at least ") + form.of(Optional.of(bound));
    }

    String verdict() {
        return measured.map(value -> (atMost ? value <= bound : value >= bound) ? "reached" : "**not reached**")
                .orElse("**not measured**");
    }
}
