package io.coffer.api.receipts;

/** Why a receipt is not credited to anybody yet. */
public enum SuspenseReason {
    /** The line names no number, or its remark names several; and no account expects such an amount of such a payer. */
    NO_VIRTUAL_ACCOUNT,
    /** The line names no number, and several accounts expect such an amount of such a payer. */
    AMBIGUOUS,
    /** No account ever had the number. */
    UNKNOWN_VIRTUAL_ACCOUNT,
    /** The number's account was given up before any money; the number is in quarantine. */
    VIRTUAL_ACCOUNT_QUARANTINED,
    /** The account that had the number, or that people named, is closed or cancelled. */
    ACCOUNT_CLOSED,
    /** The account expects money from both sides, and nobody knows whose this is. */
    PAYER_UNCLEAR,
    /** The payer has a name, and nobody of the contract has it. */
    WRONG_PAYER,
    /** The account refused the money for another reason. */
    TARGET_REFUSED,
    /** The bank reported the same booking with two amounts. */
    CONFLICTING_NOTICES,
    /** It was credited to a wrong account, and two people took it back. */
    CORRECTED,
    /** It was to go back to its payer, and the bank refused. */
    RETURN_REFUSED,
    /** It went back to its payer, and the payer's bank sent it here again. */
    RETURN_CAME_BACK
}
