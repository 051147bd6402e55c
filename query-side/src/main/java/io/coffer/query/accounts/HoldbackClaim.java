package io.coffer.query.accounts;

import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.Optional;

/**
 * What a buyer claims of the hold-back, and what became of it.
 *
 * @param leg the last leg that was to pay it
 * @param position of the event that claimed it
 */
record HoldbackClaim(
        String claimNo,
        String partyId,
        Money amount,
        State state,
        Instant claimedAt,
        Instant objectionUntil,
        Optional<String> leg,
        Instant changedAt,
        long position) {

    /** What the seller said of it, as far as events say. */
    enum State {
        CLAIMED,
        ACCEPTED,
        DISPUTED,
        UNCONTESTED,
        WITHDRAWN
    }

    static HoldbackClaim of(HoldbackClaimed event, Booked booked) {
        var at = booked.bookedAt();
        return new HoldbackClaim(
                event.claimNo(),
                event.partyId(),
                event.amount(),
                State.CLAIMED,
                at,
                event.objectionUntil(),
                Optional.empty(),
                at,
                booked.position());
    }

    HoldbackClaim now(State next, Instant at) {
        return new HoldbackClaim(claimNo, partyId, amount, next, claimedAt, objectionUntil, leg, at, position);
    }

    HoldbackClaim paidBy(String legNo, Instant at) {
        return new HoldbackClaim(
                claimNo, partyId, amount, state, claimedAt, objectionUntil, Optional.of(legNo), at, position);
    }

    /** Whether it may be paid, though nobody has noted that the seller's time is over. */
    boolean counts(Instant at) {
        return switch (state) {
            case ACCEPTED, UNCONTESTED -> true;
            case CLAIMED -> !at.isBefore(objectionUntil);
            case DISPUTED, WITHDRAWN -> false;
        };
    }
}
