package io.coffer.api.ledger;

import io.coffer.api.money.Money;

/** One line of a journal. */
public record Posting(Side side, LedgerAccount account, Money amount) {

    /** Debit or credit. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    public static Posting debit(LedgerAccount account, Money amount) {
        return new Posting(Side.DEBIT, account, amount);
    }

    public static Posting credit(LedgerAccount account, Money amount) {
        return new Posting(Side.CREDIT, account, amount);
    }
}
