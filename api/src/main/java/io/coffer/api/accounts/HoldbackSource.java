package io.coffer.api.accounts;

/** Whose money is held back until handover. */
public enum HoldbackSource {
    /** A part of the price stays. */
    FROM_BUYER_PAYMENT,
    /** The seller pays it in, beside the price. */
    PAID_BY_SELLER
}
