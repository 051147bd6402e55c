package io.coffer.command.refunds;

import java.time.Duration;

/**
 * The waits around a channel's call.
 *
 * @param callDeadline a call that has not answered by then is unclear
 * @param quietTime the same number is not sent again earlier than this after it was sent last
 * @param firstQuery when an open refund is first asked about; later waits double
 * @param longestRetry the longest wait between two calls of a channel that puts it off
 * @param retriesMax so often it is sent before somebody must look at it
 * @param retryFor so long it is sent before somebody must look at it
 * @param evidenceAfter how long nobody must have known before people may settle it by the channel's papers
 */
record RefundTimes(
        Duration callDeadline,
        Duration quietTime,
        Duration firstQuery,
        Duration longestRetry,
        int retriesMax,
        Duration retryFor,
        Duration evidenceAfter) {}
