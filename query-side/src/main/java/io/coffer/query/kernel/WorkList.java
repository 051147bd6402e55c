package io.coffer.query.kernel;

import io.coffer.api.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/**
 * Something that waits for people. A slice adds a list by one bean of this type and the file
 * {@code work-lists/<name>.sql}: a query without parameters and order, of the columns {@code id}, {@code tenant} (null for
 * the institution's own), {@code position} (which several may share), {@code since}, {@code due} (null without an end or a time
 * to act), {@code minor_units} (null without an amount) and {@code detail} (null when the id says all).
 *
 * @param name its address; lower case with hyphens
 * @param projection whose live generation answers
 * @param owner who works it off
 */
public record WorkList(String name, String projection, Role owner) {

    public String rows() {
        try {
            return new ClassPathResource("work-lists/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
