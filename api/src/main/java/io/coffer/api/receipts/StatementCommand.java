package io.coffer.api.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;

/** Every intent towards a day's statement. */
public sealed interface StatementCommand extends Command {

    StatementId statement();

    @Override
    default StatementId target() {
        return statement();
    }

    /** The bank begins to tell the lines of its day; sent again, it must say the same. */
    record OpenStatement(StatementId statement, Money opening, Money closing, int count, Money total)
            implements StatementCommand {}

    /** All lines were taken; they must add up to what the bank announced. */
    record CompleteStatement(StatementId statement, int count, Money cameIn, Money wentOut)
            implements StatementCommand {}
}
