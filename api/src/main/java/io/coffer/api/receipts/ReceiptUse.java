package io.coffer.api.receipts;

/** What the money of a receipt is for. */
public enum ReceiptUse {
    /** The price: what the plan expects. */
    PRICE,
    /** The hold-back that the seller pays in. */
    HOLDBACK
}
