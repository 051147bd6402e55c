package io.coffer.query.ledger;

import io.coffer.api.ledger.Posting;

/** Turnover and balance of one sub-ledger or control account; the balance is signed by the kind of account. */
record Standing(long debits, long credits, long balance, long lastPosition) {

    static final Standing NOTHING = new Standing(0, 0, 0, 0);

    Standing after(Posting posting, long position) {
        var units = posting.amount().minorUnits();
        var isDebit = posting.side() == Posting.Side.DEBIT;
        return new Standing(
                isDebit ? Math.addExact(debits, units) : debits,
                isDebit ? credits : Math.addExact(credits, units),
                Math.addExact(balance, natural(posting)),
                position);
    }

    /** What the posting adds to its account: assets grow on the debit side, liabilities on the credit side. */
    static long natural(Posting posting) {
        var growsOn = posting.account().code().type().growsByDebit() ? Posting.Side.DEBIT : Posting.Side.CREDIT;
        var units = posting.amount().minorUnits();
        return posting.side() == growsOn ? units : -units;
    }
}
