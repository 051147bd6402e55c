package io.coffer.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown table. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this(List.of(head));
    }

    Table(List<String> head) {
        row(head);
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    String text() {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add(row.stream().collect(Collectors.joining(" | ", "| ", " |")));
        }
        lines.add(1, "|---|" + "---:|".repeat(rows.getFirst().size() - 1));
        return String.join("\n", lines);
    }
}
