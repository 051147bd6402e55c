package io.coffer.command.accounts;

import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.Optional;

/** One wish to pay money out, and what became of it. */
record Release(String partyId, Money amount, int checkersRequired, Stage stage, Optional<PayoutId> payout) {

    enum Stage {
        REQUESTED,
        APPROVED,
        PAID,
        FAILED,
        REJECTED
    }

    static Release of(ReleaseRequested event) {
        return new Release(
                event.partyId(), event.amount(), event.checkersRequired(), Stage.REQUESTED, Optional.empty());
    }

    Release after(ReleaseApproved event) {
        return new Release(partyId, amount, checkersRequired, Stage.APPROVED, Optional.of(event.payout()));
    }

    Release now(Stage next) {
        return new Release(partyId, amount, checkersRequired, next, payout);
    }

    boolean isUndecided() {
        return stage == Stage.REQUESTED;
    }

    boolean wasPaidBy(PayoutId taker) {
        return stage == Stage.PAID && payout.filter(taker::equals).isPresent();
    }

    /** Whether this payout holds the money of the release at the moment. */
    boolean isTakenBy(PayoutId taker) {
        return stage == Stage.APPROVED && payout.filter(taker::equals).isPresent();
    }
}
