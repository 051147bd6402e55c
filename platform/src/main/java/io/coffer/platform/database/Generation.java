package io.coffer.platform.database;

import java.util.regex.Pattern;

/** One build of a projection's tables, in a schema of its own beside earlier and later ones. */
public record Generation(String projection, int number) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int LONGEST_NAME = 40;

    public Generation {
        // The name becomes part of statements that take no parameters.
        if (!NAME.matcher(projection).matches() || projection.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A projection is named by lower-case words and underscores: " + projection);
        }
        if (number < 1) {
            throw new IllegalArgumentException("Generations are counted from 1: " + number);
        }
    }

    public String schema() {
        return prefix(projection) + number;
    }

    public Generation next() {
        return new Generation(projection, number + 1);
    }

    static String prefix(String projection) {
        return "query_" + projection + "_g";
    }
}
