package io.coffer.command.kernel;

/** One aggregate type of a slice, to be registered with Axon. */
public record SliceHandlers(Class<?> aggregateType) {}
