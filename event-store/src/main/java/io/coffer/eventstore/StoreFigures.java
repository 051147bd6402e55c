package io.coffer.eventstore;

import java.time.Duration;

/**
 * What an engine has done since it was made; totals, so that a rate or a mean over any time is a difference of two.
 *
 * @param appendTime summed over all appends, from the call to the durable answer
 * @param commitTime summed over all batches, from the call of the server to its answer
 * @param refused appends that broke a sequence, an event id or an operation key
 * @param unavailable appends that were given up: no room, no connection, no answer in time
 * @param largestBatch in appends
 * @param waiting appends in the queue at this moment
 */
public record StoreFigures(
        long appends,
        long events,
        long batches,
        long refused,
        long unavailable,
        Duration appendTime,
        Duration commitTime,
        int largestBatch,
        int waiting) {}
