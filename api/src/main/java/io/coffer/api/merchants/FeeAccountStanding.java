package io.coffer.api.merchants;

/** What a fee account may do now. What was reserved before stays for its order, and can always be ended. */
public enum FeeAccountStanding {
    ACTIVE,
    /** Money may come in; no fee is reserved. */
    IN_ONLY,
    /** Fees are reserved; no money is taken in. */
    OUT_ONLY,
    /** Neither. */
    FROZEN;

    public boolean takesIn() {
        return this == ACTIVE || this == IN_ONLY;
    }

    public boolean reserves() {
        return this == ACTIVE || this == OUT_ONLY;
    }
}
