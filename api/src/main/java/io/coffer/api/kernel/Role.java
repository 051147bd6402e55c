package io.coffer.api.kernel;

/** What an actor may do. A tenant's business system has {@link #BUSINESS}; all others are people or systems of the institution. */
public enum Role {
    /** Commands and reads its own tenant's objects. */
    BUSINESS,
    /** Delivers the bank's notices and results. */
    BANK_ADAPTER,
    /** Works the institution's lists: suspense, unknown payouts, switches. */
    OPERATOR,
    /** Approves what somebody else made. */
    CHECKER,
    /** Reads everything, changes nothing. */
    CUSTOMER_SERVICE,
    /** Reads everything including raw events, changes nothing. */
    AUDITOR,
    /** A policy of this system; never granted to a token. */
    POLICY
}
