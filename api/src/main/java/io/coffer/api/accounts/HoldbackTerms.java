package io.coffer.api.accounts;

import io.coffer.api.money.Money;

/**
 * What the parties agreed about the hold-back.
 *
 * @param objectionDays how long the seller may object to a claim before it counts
 */
public record HoldbackTerms(HoldbackSource source, Money amount, int objectionDays) {

    public static final int OBJECTION_DAYS_STANDARD = 5;
}
