package io.coffer.benchmarks.report;

import static io.coffer.benchmarks.append.AppendProgram.JPA;
import static io.coffer.benchmarks.append.AppendProgram.OURS;
import static io.coffer.benchmarks.append.AppendProgram.STOCK;
import static io.coffer.benchmarks.append.AppendProgram.TUNED;

import io.coffer.benchmarks.append.AppendMeasurement;
import io.coffer.benchmarks.http.LoadProgram;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page: sentences by hand from a template, numbers by this. */
public final class Report {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final List<String> LOADS = Stream.concat(
                    AppendMeasurement.CLIENTS.stream().map(AppendMeasurement::load), Stream.of(AppendMeasurement.HOT))
            .toList();
    private static final List<String> STOCK_ENGINES = List.of(JPA, STOCK, TUNED);
    private static final List<String> ENGINES = List.of(JPA, STOCK, TUNED, OURS);

    private final Figures figures;

    public Report(Figures figures) {
        this.figures = figures;
    }

    public String text() {
        return PLACE.matcher(template()).replaceAll(place -> place(place.group(1)));
    }

    private String place(String name) {
        return Matcher.quoteReplacement(
                switch (name) {
                    case "machine" -> machine();
                    case "server" -> server();
                    case "pace" -> pace();
                    case "floors" -> floors();
                    case "append" -> append();
                    case "ratios" -> ratios();
                    case "latencies" -> latencies();
                    case "limits" -> limits();
                    case "bytes" -> list("bytes", "bytes per event");
                    case "http" -> http();
                    case "replay" -> list("replay", "events/s");
                    case "history" -> history();
                    case "loads" -> list("loads", "µs");
                    case "lag" -> list("lag", "ms");
                    case "jmh" -> jmh();
                    default -> throw new IllegalStateException("The template asks for " + name);
                });
    }

    private static String template() {
        try (InputStream stream = Report.class.getResourceAsStream("performance.md")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String machine() {
        var machine = figures.machine();
        return "%s, %d cores, %d GiB, %s, JDK %s; measured on %s."
                .formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memoryGib(),
                        machine.system(),
                        machine.java(),
                        machine.date());
    }

    private String pace() {
        return figures.all().stream()
                .filter(figure -> figure.part().equals("pace"))
                .map(figure -> figure.subject() + " " + figure.notes().get("pace"))
                .collect(Collectors.joining(", "));
    }

    private String server() {
        return figures.find("server", "settings", "all").map(Report::notes).orElse("not recorded");
    }

    private String floors() {
        var table = new Table("floor", "asked", "measured", "");
        for (var floor : new Floors(figures).all()) {
            table.row(List.of(floor.what(), floor.asked(), floor.form().of(floor.measured()), floor.verdict()));
        }
        return table.text();
    }

    private static Table loads(String corner) {
        var head = new ArrayList<>(List.of(corner));
        AppendMeasurement.CLIENTS.forEach(
                clients -> head.add(String.format(Locale.ROOT, clients == 1 ? "%,d client" : "%,d", clients)));
        head.add(AppendMeasurement.HOT_CLIENTS + " on one aggregate");
        return new Table(head);
    }

    private String append() {
        var table = loads("events/s");
        for (var subject : ENGINES) {
            var cells = new ArrayList<>(List.of(subject));
            LOADS.forEach(at -> cells.add(Numbers.orNone(figures.find("append", subject, at))));
            table.row(cells);
        }
        return table.text();
    }

    private String ratios() {
        var table = loads("coffer against");
        for (var subject : STOCK_ENGINES) {
            row(table, subject, at -> at);
        }
        row(table, "limit A", _ -> "best");
        row(table, "limit B", _ -> "best");
        return table.text();
    }

    private void row(Table table, String subject, UnaryOperator<String> load) {
        var cells = new ArrayList<>(List.of(subject));
        for (var at : LOADS) {
            cells.add(Numbers.times(Floors.ratio(
                    figures.find("append", OURS, at).map(Figure::median),
                    figures.find("append", subject, load.apply(at)).map(Figure::median))));
        }
        table.row(cells);
    }

    private String latencies() {
        var table = loads("p50 / p99, ms");
        for (var subject : ENGINES) {
            var cells = new ArrayList<>(List.of(subject));
            LOADS.forEach(at -> cells.add(figures.find("append", subject, at)
                    .map(figure -> millis(figure, "p50 µs") + " / " + millis(figure, "p99 µs"))
                    .orElse("not measured")));
            table.row(cells);
        }
        return table.text();
    }

    private static String millis(Figure figure, String note) {
        return Numbers.plain(Double.parseDouble(figure.notes().getOrDefault(note, "0")) / 1_000);
    }

    private String limits() {
        return List.of("limit A", "limit B").stream()
                .map(subject -> subject + ": "
                        + figures.find("append", subject, "best")
                                .map(figure -> Numbers.spread(figure) + " rows/s on "
                                        + figure.notes().get("connections") + " connections")
                                .orElse("not measured"))
                .collect(Collectors.joining("; "));
    }

    private String list(String part, String unit) {
        var table = new Table("", unit, "");
        figures.all().stream()
                .filter(figure -> figure.part().equals(part))
                .forEach(figure -> table.row(List.of(figure.subject(), Numbers.spread(figure), notes(figure))));
        return table.text();
    }

    private String http() {
        var table = new Table("", "requests/s", "p50 µs, p99 µs, CPU of the generator per request");
        List.of(STOCK, OURS).forEach(subject -> {
            table.row(served(subject + ", opening", subject, LoadProgram.OPENING));
            table.row(served(subject + ", amending", subject, LoadProgram.AMENDING));
        });
        table.row(served(LoadProgram.EMPTY, LoadProgram.EMPTY, LoadProgram.OPENING));
        return table.text();
    }

    private List<String> served(String name, String subject, String at) {
        var found = figures.find("http", subject, at);
        return List.of(name, Numbers.orNone(found), found.map(Report::notes).orElse(""));
    }

    private String history() {
        var table = new Table("µs, median", "100,000 events", "10,000,000 events", "ratio");
        figures.all().stream()
                .filter(figure -> figure.part().equals("history"))
                .map(Figure::subject)
                .distinct()
                .forEach(subject -> {
                    var few = figures.find("history", subject, "100000 events");
                    var many = figures.find("history", subject, "10000000 events");
                    table.row(List.of(
                            subject,
                            Numbers.orNone(few),
                            Numbers.orNone(many),
                            Numbers.times(Floors.ratio(many.map(Figure::median), few.map(Figure::median)))));
                });
        return table.text();
    }

    private String jmh() {
        var rows = new LinkedHashMap<String, Map<String, Figure>>();
        figures.all().stream()
                .filter(figure -> figure.part().equals("jmh"))
                .forEach(figure ->
                        rows.computeIfAbsent(figure.at(), _ -> new TreeMap<>()).put(figure.subject(), figure));
        var table = new Table("ns", "decide", "fold", "encode", "decode");
        rows.forEach((at, measured) -> table.row(List.of(
                at,
                cell(measured, "decide"),
                cell(measured, "fold"),
                cell(measured, "encode"),
                cell(measured, "decode"))));
        return table.text();
    }

    private static String cell(Map<String, Figure> measured, String method) {
        var figure = measured.get(method);
        return figure == null ? "" : Numbers.spread(figure);
    }

    private static String notes(Figure figure) {
        return new TreeMap<>(figure.notes())
                .entrySet().stream()
                        .map(note -> note.getKey() + " " + note.getValue())
                        .collect(Collectors.joining(", "));
    }
}
