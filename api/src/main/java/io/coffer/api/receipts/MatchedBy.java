package io.coffer.api.receipts;

/** How it was found out whose money a receipt is. */
public enum MatchedBy {
    /** The number that the line or its remark names has one owner. */
    NUMBER,
    /** People said it, whoever paid. */
    PEOPLE
}
