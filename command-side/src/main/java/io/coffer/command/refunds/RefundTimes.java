package io.coffer.command.refunds;

import java.time.Duration;

/**
 * The waits around a channel's call.
 *
 * @param callDeadline a call that has not answered by then is unclear
 * @param quietTime the same number is not sent again earlier than this after it was sent last
 * @param firstQuery when an open refund is first asked about; later waits double
 */
record RefundTimes(Duration callDeadline, Duration quietTime, Duration firstQuery) {}
