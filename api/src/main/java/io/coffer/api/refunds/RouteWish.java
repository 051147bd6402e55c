package io.coffer.api.refunds;

/** By which way a refund is asked for. */
public enum RouteWish {
    /** To where the money came from. */
    ORIGINAL,
    /** By transfer to another account of the payer's, which people verify. */
    REROUTE,
    /** By making the payment void at its channel, all of it and on its own day. */
    REVERSAL
}
