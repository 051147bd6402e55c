package io.coffer.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One measured quantity: the median of its windows and how far they lay apart.
 *
 * @param part of the run, such as {@code append}
 * @param subject who was measured
 * @param at under which load
 * @param notes what else was seen meanwhile
 */
public record Figure(
        String part,
        String subject,
        String at,
        String unit,
        double median,
        double lowest,
        double highest,
        Map<String, String> notes) {

    public static Figure of(String part, String subject, String at, String unit, List<Double> windows) {
        var sorted = windows.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException(part + " " + subject + " " + at + " was not measured at all");
        }
        return new Figure(part, subject, at, unit, middle(sorted), sorted[0], sorted[sorted.length - 1], Map.of());
    }

    public static Figure of(String part, String subject, String at, String unit, double once) {
        return of(part, subject, at, unit, List.of(once));
    }

    /** The same quantity measured several times, apart from one another: the middle of them, and the outermost windows. */
    public static Figure ofRounds(List<Figure> rounds) {
        var medians = rounds.stream().map(Figure::median).toList();
        var lowest = rounds.stream().mapToDouble(Figure::lowest).min().orElseThrow();
        var highest = rounds.stream().mapToDouble(Figure::highest).max().orElseThrow();
        var one = rounds.getFirst();
        var middle = of(one.part, one.subject, one.at, one.unit, medians);
        return new Figure(one.part, one.subject, one.at, one.unit, middle.median, lowest, highest, one.notes);
    }

    public Figure with(Map<String, String> further) {
        return new Figure(part, subject, at, unit, median, lowest, highest, Map.copyOf(further));
    }

    public boolean isAbout(Figure other) {
        return part.equals(other.part) && subject.equals(other.subject) && at.equals(other.at);
    }

    private static double middle(double[] sorted) {
        var half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).sum() / 2;
    }
}
