package io.coffer.api.ledger;

/** Where a fen of a merchant's sub-ledger stands. */
public enum MerchantBucket {
    AVAILABLE,
    /** Set aside for one taker. */
    RESERVED
}
