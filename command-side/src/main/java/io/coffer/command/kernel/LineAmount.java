package io.coffer.command.kernel;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.money.NotMoney;

/** What one line of a bank's or a channel's list may be about. */
public final class LineAmount {

    /** A hundred billion yuan: a typing error beyond any real line must not bring the ledger's sums near their limit. */
    private static final Money MOST = Money.fen(10_000_000_000_000L);

    private LineAmount() {}

    public static Money of(Amount amount) {
        var money = amount.toPositiveMoney();
        if (money.exceeds(MOST)) {
            throw new NotMoney("AMOUNT_MALFORMED", "One line is at most " + MOST + ".");
        }
        return money;
    }
}
