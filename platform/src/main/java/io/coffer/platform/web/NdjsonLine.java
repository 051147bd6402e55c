package io.coffer.platform.web;

import tools.jackson.databind.JsonNode;

/** One line of a stream: a value, or the reason why it is none. A bad line spoils no other. */
public sealed interface NdjsonLine<T> {

    /** Counted from 1, blank lines included, as an editor shows it. */
    long number();

    /**
     * A line that is what it must be.
     *
     * @param tree the line as it was read, for its {@link ContentDigest}
     */
    record Parsed<T>(long number, T value, JsonNode tree) implements NdjsonLine<T> {}

    /** A line that is none, alone. */
    record Faulty<T>(long number, Problem problem) implements NdjsonLine<T> {}
}
