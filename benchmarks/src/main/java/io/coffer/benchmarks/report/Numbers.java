package io.coffer.benchmarks.report;

import io.coffer.benchmarks.measure.Figure;
import java.util.Locale;
import java.util.Optional;

/** How figures are written: as exactly as they were measured, and no more. */
final class Numbers {

    private Numbers() {}

    static String plain(double value) {
        if (value >= 1_000) {
            return String.format(Locale.ROOT, "%,d", Math.round(value / 10) * 10);
        }
        return value >= 20 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** The median; behind it how far its windows lay apart. */
    static String spread(Figure figure) {
        return figure.lowest() == figure.highest()
                ? plain(figure.median())
                : plain(figure.median()) + " (" + plain(figure.lowest()) + "–" + plain(figure.highest()) + ")";
    }

    static String orNone(Optional<Figure> figure) {
        return figure.map(Numbers::spread).orElse("not measured");
    }

    static String times(Optional<Double> ratio) {
        return ratio.map(value -> String.format(Locale.ROOT, "%.2f ×", value)).orElse("not measured");
    }

    static String percent(Optional<Double> ratio) {
        return ratio.map(value -> Math.round(value * 100) + " %").orElse("not measured");
    }
}
