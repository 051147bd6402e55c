package io.coffer.command.kernel;

/**
 * A deadline that is due.
 *
 * @param cause the position of the event that set it; operations are named after it
 * @param attempt how often it came due, from one
 */
public record DueTask(String aggregateId, String name, long cause, int attempt) {}
