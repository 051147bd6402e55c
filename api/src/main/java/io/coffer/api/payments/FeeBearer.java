package io.coffer.api.payments;

/** Who bears a channel's fee. The price of a customer is never reduced by it. */
public enum FeeBearer {
    /** The merchant, out of its own fee account. */
    MERCHANT_B,
    /** The institution. */
    PLATFORM,
    /** The payer, who pays it to the channel on top of the price; it never comes to us. */
    PAYER
}
