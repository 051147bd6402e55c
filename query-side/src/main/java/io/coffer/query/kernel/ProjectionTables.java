package io.coffer.query.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;

/** The SQL that makes a projection's tables, with unqualified names. */
public record ProjectionTables(String projection, String definition, String digest) {

    public static ProjectionTables of(String projection) {
        try {
            var definition = new ClassPathResource("projections/" + projection + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            var sha = MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8));
            return new ProjectionTables(projection, definition, HexFormat.of().formatHex(sha));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
