package io.coffer.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** Which part of Coffer this process is: the property {@code coffer.side}, by default both sides in one process. */
public enum Side {
    COMMAND,
    QUERY,
    BOTH,
    /** Only the token issuer; it needs no database. */
    ISSUER;

    public static final String PROPERTY = "coffer.side";

    /** True when a process of this side runs the given part: {@link #BOTH} runs the command and the query side. */
    public boolean runs(Side part) {
        return this == part || (this == BOTH && (part == COMMAND || part == QUERY));
    }

    public static Side of(Environment environment) {
        var written = environment.getProperty(PROPERTY, "both");
        return Arrays.stream(values())
                .filter(side -> side.name().equalsIgnoreCase(written.strip()))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "The property " + PROPERTY + " is '" + written + "', which is no side of Coffer.",
                        "Give one of " + names() + "."));
    }

    private static String names() {
        return Arrays.stream(values())
                .map(side -> side.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
