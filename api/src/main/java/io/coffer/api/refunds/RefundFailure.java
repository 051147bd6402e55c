package io.coffer.api.refunds;

/** What a channel's refusal means. */
public enum RefundFailure {
    /** Not now: the same number may be sent again. */
    RETRYABLE,
    /** The payer's card or account cannot take it: another account must be found. */
    INSTRUMENT,
    /** Never by this channel. */
    FINAL
}
