package io.coffer.command.kernel;

/** Something that a slice's aggregate takes as a handler parameter. */
public record SliceComponent<C>(Class<C> type, C value) {}
