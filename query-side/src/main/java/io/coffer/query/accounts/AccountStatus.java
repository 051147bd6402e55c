package io.coffer.query.accounts;

/** The phase of an account's life, derived from everything else that is known of it. */
enum AccountStatus {
    OPENED,
    FUNDING,
    FUNDED,
    RELEASABLE,
    RELEASING,
    HELD_BACK,
    COMPLETED,
    TERMINATING,
    TERMINATED,
    CLOSED,
    CANCELLED;

    /** Whether nothing is left to do but to close the account. */
    boolean isDone() {
        return this == COMPLETED || this == TERMINATED;
    }

    static AccountStatus of(AccountState account) {
        if (account.state() == CLOSED || account.state() == CANCELLED) {
            return account.state();
        }
        if (account.termination().isPresent()) {
            return account.isDivided() ? TERMINATED : TERMINATING;
        }
        if (!account.releases(Release.State.APPROVED).isEmpty()
                || !account.returned().plus(account.reissued()).isZero()) {
            return RELEASING;
        }
        if (account.cameIn().isZero()) {
            return OPENED;
        }
        if (!account.isFunded()) {
            return FUNDING;
        }
        if (account.buckets().total().isZero()) {
            return COMPLETED;
        }
        if (account.buckets().available().isZero()) {
            return HELD_BACK;
        }
        return account.areConditionsMet() ? RELEASABLE : FUNDED;
    }
}
