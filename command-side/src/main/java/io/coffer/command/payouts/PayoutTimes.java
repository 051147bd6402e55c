package io.coffer.command.payouts;

import java.time.Duration;

/**
 * The waits around a bank call.
 *
 * @param callDeadline a call that has not answered by then is unclear
 * @param quietTime the same number is not sent again earlier than this after it was sent last
 * @param firstQuery when an open payout is first asked about; later waits double
 * @param evidenceAfter how long a payout must have been unknown before people may settle it by the bank's papers
 */
record PayoutTimes(Duration callDeadline, Duration quietTime, Duration firstQuery, Duration evidenceAfter) {}
