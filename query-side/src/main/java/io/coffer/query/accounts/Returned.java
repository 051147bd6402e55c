package io.coffer.query.accounts;

import io.coffer.api.payouts.PayoutId;
import java.time.Instant;

/**
 * What the bank gave back of a release, the last time.
 *
 * @param payout under whose number the money waits
 * @param reissueNo of the last wish to pay it again; zero before
 * @param position of the news
 */
record Returned(PayoutId payout, int reissueNo, Instant at, long position) {}
