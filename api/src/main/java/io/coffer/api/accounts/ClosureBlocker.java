package io.coffer.api.accounts;

import io.coffer.api.money.Money;

/**
 * One thing that keeps an account open.
 *
 * @param subject what it is about, such as a release number or a receipt; the account itself otherwise
 */
public record ClosureBlocker(Kind kind, String subject, Money amount) {

    /** Why the account cannot be closed yet. */
    public enum Kind {
        NOT_COMPLETED,
        BALANCE_NOT_ZERO,
        RELEASE_UNDECIDED,
        PAYOUT_IN_TRANSIT,
        REFUND_IN_TRANSIT,
        RETURN_UNDECIDED,
        PAYEE_CHANGE_UNDECIDED,
        EXCESS_UNDECIDED,
        FREEZE_IN_FORCE,
        CLAIM_OPEN
    }
}
