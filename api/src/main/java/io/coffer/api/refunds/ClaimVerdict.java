package io.coffer.api.refunds;

/** What people found of a channel's word that contradicts the recorded one. */
public enum ClaimVerdict {
    /** It is so: the books follow it. */
    TRUE,
    /** It is not so: the books are right. */
    NOT_TRUE
}
