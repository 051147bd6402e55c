package io.coffer.api.receipts;

/** How it was found out whose money a receipt is. */
public enum MatchedBy {
    /** The number that the line or its remark names has one owner. */
    NUMBER,
    /** It names no number, and one open account alone expects such an amount of such a payer. */
    PAYER_AND_AMOUNT,
    /** The channel that paid names the bank's line. */
    CHANNEL,
    /** People said it, whoever paid. */
    PEOPLE
}
