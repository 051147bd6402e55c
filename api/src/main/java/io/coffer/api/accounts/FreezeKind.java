package io.coffer.api.accounts;

/** Who stops money for what reason ({@code domain.md} 1.2). None of them keeps money from coming in. */
public enum FreezeKind {
    /** The parties quarrel about an amount. */
    DISPUTE,
    /** A court, procuratorate or police holds an amount. */
    JUDICIAL,
    /** The police platform stops all release for hours. */
    EMERGENCY_STOP,
    /** Fraud prevention stops all release until somebody decides. */
    RISK,
    /** A document is under review; it stops all release until the review ends. */
    DOC_PENDING;

    /** Whether an order holds its amount in the order of arrival; the others stop every release while they last. */
    public boolean holdsAmount() {
        return this == DISPUTE || this == JUDICIAL;
    }
}
