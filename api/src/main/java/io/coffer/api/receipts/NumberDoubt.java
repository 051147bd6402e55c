package io.coffer.api.receipts;

/** Why a line that names no number is nobody's but people's to match: it named something, and nobody guesses what. */
public enum NumberDoubt {
    /** Its remark names several numbers that accounts have or had. */
    SEVERAL,
    /** It names a number that no account can have. */
    MALFORMED,
    /** It waited as a possible twin; what it named is not known any more. */
    FORGOTTEN
}
