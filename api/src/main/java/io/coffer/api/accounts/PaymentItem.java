package io.coffer.api.accounts;

/** What a payment into escrow is for. */
public enum PaymentItem {
    EARNEST,
    DOWN_PAYMENT,
    LOAN_PROCEEDS,
    TAIL_PAYMENT,
    HOLDBACK_DEPOSIT,
    TAX,
    REDEMPTION
}
