package io.coffer.api.payments;

/** Whose a payment is. */
public enum PaymentPlace {
    /** The merchant's, on account of the contract. */
    CONTRACT,
    /** The payer's: the order was paid before, or is over. It waits to be refunded. */
    EXCESS
}
