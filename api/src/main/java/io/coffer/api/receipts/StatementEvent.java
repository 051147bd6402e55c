package io.coffer.api.receipts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;

/** Every fact of a day's statement. None of them posts: the lines do. */
public sealed interface StatementEvent extends DomainEvent {

    StatementId statement();

    @Override
    default StatementId source() {
        return statement();
    }

    /**
     * The bank began to tell the lines of its day.
     *
     * @param total of all lines, in and out
     */
    @StoredAs("receipts.StatementOpened")
    record StatementOpened(StatementId statement, Money opening, Money closing, int count, Money total)
            implements StatementEvent {}

    /** Every announced line was taken. From now on a receipt of this day without line is missing at the bank. */
    @StoredAs("receipts.StatementCompleted")
    record StatementCompleted(StatementId statement, int count, Money cameIn, Money wentOut)
            implements StatementEvent {}
}
