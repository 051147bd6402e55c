package io.coffer.api.refunds;

/** Why money goes back. */
public enum RefundKind {
    /** The merchant gives a price back, all of it or a part. */
    ORIGINAL_ROUTE,
    /** As above, after money of the payment went to its payees, who give it back first. */
    AFTER_RELEASE,
    /** It was paid twice, or for an order that was over; it never reached the merchant. */
    DUPLICATE_PAYMENT,
    /** The contract of an escrow account was dissolved, and the buyer gets a part of the balance back. */
    CANCELLATION,
    /** An escrow account was paid more than its contract expects, and the payer gets that back. */
    OVERPAYMENT,
    /** The channel voids a payment of the same day, as if nobody had ever paid. */
    CHANNEL_REVERSAL
}
