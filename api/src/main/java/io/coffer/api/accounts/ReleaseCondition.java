package io.coffer.api.accounts;

/** A fact that must be proven before escrowed money may leave. */
public enum ReleaseCondition {
    TRANSFER_REGISTERED,
    MORTGAGE_REGISTERED,
    OLD_LOAN_SETTLED,
    BUYER_CONFIRMED,
    SELLER_CONFIRMED,
    DOC_REVIEW_PASSED,
    COOLING_PERIOD_PASSED
}
