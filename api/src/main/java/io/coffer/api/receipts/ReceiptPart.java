package io.coffer.api.receipts;

/** Which money of a receipt. */
public enum ReceiptPart {
    /** All of it; nobody was credited (R2101). */
    WHOLE,
    /** What the account that took it did not expect (R2102). */
    EXCESS
}
