package io.coffer.query.kernel;

import io.coffer.api.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The SQL that makes a projection's tables, with unqualified names.
 *
 * @param definition the tables, and every index that a batch finds its rows by
 * @param indexes what only readers search by, statement by statement, to be made once a generation has caught up: kept up
 *     event by event they cost a replay more than all the rest; harmless where they are there already
 */
public record ProjectionTables(String projection, String definition, List<String> indexes, String digest) {

    public ProjectionTables {
        indexes = List.copyOf(indexes);
    }

    public static ProjectionTables of(String projection) {
        try {
            var definition = text(new ClassPathResource("projections/" + projection + ".sql"));
            var ofReaders = new ClassPathResource("projections/" + projection + ".indexes.sql");
            var indexes = ofReaders.exists() ? text(ofReaders) : "";
            var sha = Sha256.begin().digest((definition + indexes).getBytes(StandardCharsets.UTF_8));
            return new ProjectionTables(
                    projection, definition, statements(indexes), HexFormat.of().formatHex(sha));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> statements(String sql) {
        return Stream.of(sql.split(";\\R"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text(ClassPathResource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }
}
