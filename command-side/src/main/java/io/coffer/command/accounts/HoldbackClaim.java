package io.coffer.command.accounts;

import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a buyer claims of the hold-back, and what became of it.
 *
 * @param leg the last leg that was to pay it
 */
record HoldbackClaim(String partyId, Money amount, Instant objectionUntil, Stage stage, Optional<String> leg) {

    enum Stage {
        CLAIMED,
        ACCEPTED,
        DISPUTED,
        UNCONTESTED,
        WITHDRAWN
    }

    static HoldbackClaim of(HoldbackClaimed event) {
        return new HoldbackClaim(
                event.partyId(), event.amount(), event.objectionUntil(), Stage.CLAIMED, Optional.empty());
    }

    HoldbackClaim now(Stage next) {
        return new HoldbackClaim(partyId, amount, objectionUntil, next, leg);
    }

    HoldbackClaim paidBy(String legNo) {
        return new HoldbackClaim(partyId, amount, objectionUntil, stage, Optional.of(legNo));
    }

    /** Whether it may be paid. Silence counts from the moment on that the seller's time is over, whoever has noted it. */
    boolean counts(Instant at) {
        return switch (stage) {
            case ACCEPTED, UNCONTESTED -> true;
            case CLAIMED -> !mayBeDisputed(at);
            case DISPUTED, WITHDRAWN -> false;
        };
    }

    boolean mayBeDisputed(Instant at) {
        return stage == Stage.CLAIMED && at.isBefore(objectionUntil);
    }
}
