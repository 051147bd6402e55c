package io.coffer.query.accounts;

import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.money.Money;
import io.coffer.query.accounts.HoldbackClaim.State;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stays until handover, and who claims a part of it.
 *
 * @param kept how much of the price was ever kept back
 * @param paidIn how much the seller paid in
 * @param handedOverAt when the handover was confirmed
 * @param pending a settlement that waits for its decision
 */
record Holdback(
        Money kept,
        Money paidIn,
        Optional<Instant> handedOverAt,
        List<HoldbackClaim> claims,
        Optional<HoldbackSettlementRequested> pending) {

    static final Holdback NONE = new Holdback(Money.ZERO, Money.ZERO, Optional.empty(), List.of(), Optional.empty());

    Holdback after(HoldbackEvent event, Booked booked) {
        var at = booked.bookedAt();
        return switch (event) {
            case HoldbackReserved e -> new Holdback(kept.plus(e.amount()), paidIn, handedOverAt, claims, pending);
            case HoldbackFunded e -> withPaidIn(paidIn.plus(e.amount()));
            case HoldbackClaimed e ->
                withClaims(Stream.concat(claims.stream(), Stream.of(HoldbackClaim.of(e, booked)))
                        .toList());
            case HoldbackClaimAccepted e -> change(e.claimNo(), claim -> claim.now(State.ACCEPTED, at));
            case HoldbackClaimDisputed e -> change(e.claimNo(), claim -> claim.now(State.DISPUTED, at));
            case HoldbackClaimUncontested e -> change(e.claimNo(), claim -> claim.now(State.UNCONTESTED, at));
            case HoldbackClaimWithdrawn e -> change(e.claimNo(), claim -> claim.now(State.WITHDRAWN, at));
            case PropertyHandedOver _ -> new Holdback(kept, paidIn, Optional.of(at), claims, pending);
            case HoldbackSettlementRequested e -> new Holdback(kept, paidIn, handedOverAt, claims, Optional.of(e));
            case HoldbackSettlementRejected _ -> new Holdback(kept, paidIn, handedOverAt, claims, Optional.empty());
            case HoldbackReleased e -> paid(e, at);
        };
    }

    Holdback withPaidIn(Money sum) {
        return new Holdback(kept, sum, handedOverAt, claims, pending);
    }

    private Holdback paid(HoldbackReleased event, Instant at) {
        var next = claims;
        for (var leg : event.legs()) {
            next = next.stream()
                    .map(claim -> leg.claimNo().filter(claim.claimNo()::equals).isPresent()
                            ? claim.paidBy(leg.legNo(), at)
                            : claim)
                    .toList();
        }
        return new Holdback(kept, paidIn, handedOverAt, next, Optional.empty());
    }

    private Holdback change(String claimNo, UnaryOperator<HoldbackClaim> how) {
        return withClaims(claims.stream()
                .map(claim -> claim.claimNo().equals(claimNo) ? how.apply(claim) : claim)
                .toList());
    }

    private Holdback withClaims(List<HoldbackClaim> next) {
        return new Holdback(kept, paidIn, handedOverAt, next, pending);
    }
}
