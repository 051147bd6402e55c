package io.coffer.api.ledger;

/** Where a fen of an escrow sub-ledger stands. */
public enum Bucket {
    AVAILABLE,
    IN_RELEASE,
    HOLDBACK
}
