package io.coffer.command.kernel;

/**
 * An aggregate's state as a snapshot. A convenience that the events can replace at any time.
 *
 * @param revision of the code that folded it; another one does not read it
 */
record KeptState(String revision, String json) {}
