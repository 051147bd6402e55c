package io.coffer.api.refunds;

/** Who fills up what a source lacks because a channel kept its fee. There is no third way. */
public enum RefundFeePayer {
    /** The merchant, out of its fee account. */
    MERCHANT_B,
    /** Own cash, which the merchant owes from then on. */
    PLATFORM_ADVANCE
}
