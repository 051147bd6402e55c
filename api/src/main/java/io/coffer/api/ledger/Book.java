package io.coffer.api.ledger;

/** A set of accounts that balances by itself in every journal. */
public enum Book {
    /** Customers' reserve money. */
    R,
    /** The institution's own money. */
    O,
    /** Memo: promises, no money. */
    M
}
