package io.coffer.api.accounts;

/**
 * How long the freezes of an account last when nobody says otherwise.
 *
 * @param disputeDays how long a dispute holds money before it must be renewed
 * @param riskHours how long fraud prevention may stop releases before it must decide
 */
public record FreezeTerms(int disputeDays, int riskHours) {

    /** The police platform's stop lasts this long, by its own rules. */
    public static final int EMERGENCY_STOP_HOURS = 48;

    /** The police platform may stop an account this often. */
    public static final int EMERGENCY_STOPS_MOST = 2;

    /** A court holds bank money for a year at most before it renews its order. */
    public static final int JUDICIAL_DAYS_MOST = 365;

    public static FreezeTerms standard() {
        return new FreezeTerms(15, 24);
    }
}
