package io.coffer.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run, on the machine they are of. Parts that are run again replace what they measured before. */
public record Figures(Machine machine, List<Figure> all) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Figures {
        all = List.copyOf(all);
    }

    public static Figures read(Path file) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readString(file), Figures.class)
                : new Figures(Machine.here(), List.of());
    }

    /** Prints what a program measured here and leaves it in a file. */
    public static void report(List<Figure> figures, Path file) throws IOException {
        figures.forEach(figure -> System.out.printf(
                Locale.ROOT,
                "%s, %s, %s: %.0f %s %s%n",
                figure.part(),
                figure.subject(),
                figure.at(),
                figure.median(),
                figure.unit(),
                figure.notes()));
        new Figures(Machine.here(), figures).write(file);
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    public Figures with(List<Figure> newer) {
        var merged = new ArrayList<>(all);
        merged.removeIf(figure -> newer.stream().anyMatch(figure::isAbout));
        merged.addAll(newer);
        return new Figures(machine, merged);
    }

    public Optional<Figure> find(String part, String subject, String at) {
        return all.stream()
                .filter(figure -> figure.part().equals(part)
                        && figure.subject().equals(subject)
                        && figure.at().equals(at))
                .findFirst();
    }
}
