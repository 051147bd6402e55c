package io.coffer.command.accounts;

import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
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
import io.coffer.api.accounts.Leg;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.HoldbackClaim.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything about the money that stays until handover, but the money itself.
 *
 * @param kept how much of the price was ever kept back
 * @param paidIn how much the seller paid in
 * @param settlements how many were asked for
 * @param legs the numbers of all legs that ever left
 */
record Holdback(
        Money kept,
        Money paidIn,
        boolean isHandedOver,
        Map<String, HoldbackClaim> claims,
        int settlements,
        Optional<HoldbackSettlementRequested> pending,
        Set<String> legs) {

    static Holdback none() {
        return new Holdback(Money.ZERO, Money.ZERO, false, Map.of(), 0, Optional.empty(), Set.of());
    }

    Holdback after(HoldbackEvent event) {
        return switch (event) {
            case HoldbackReserved e ->
                new Holdback(kept.plus(e.amount()), paidIn, isHandedOver, claims, settlements, pending, legs);
            case HoldbackFunded e -> withPaidIn(paidIn.plus(e.amount()));
            case HoldbackClaimed e -> with(e.claimNo(), HoldbackClaim.of(e));
            case HoldbackClaimAccepted e -> change(e.claimNo(), claim -> claim.now(Stage.ACCEPTED));
            case HoldbackClaimDisputed e -> change(e.claimNo(), claim -> claim.now(Stage.DISPUTED));
            case HoldbackClaimUncontested e -> change(e.claimNo(), claim -> claim.now(Stage.UNCONTESTED));
            case HoldbackClaimWithdrawn e -> change(e.claimNo(), claim -> claim.now(Stage.WITHDRAWN));
            case PropertyHandedOver _ -> new Holdback(kept, paidIn, true, claims, settlements, pending, legs);
            case HoldbackSettlementRequested e ->
                new Holdback(kept, paidIn, isHandedOver, claims, e.settlementNo(), Optional.of(e), legs);
            case HoldbackSettlementRejected _ ->
                new Holdback(kept, paidIn, isHandedOver, claims, settlements, Optional.empty(), legs);
            case HoldbackReleased e -> released(e.legs());
        };
    }

    /** What the seller paid in by mistake is not here any more. */
    Holdback after(FundingEvent event) {
        return event instanceof JournalReversed e && e.credited() == Credited.HOLDBACK
                ? withPaidIn(paidIn.minus(e.amount()))
                : this;
    }

    Optional<HoldbackClaim> claim(String claimNo) {
        return Optional.ofNullable(claims.get(claimNo));
    }

    /** Whether an undecided settlement wants to give this number to a leg. */
    boolean asksFor(String itemNo) {
        return pending.stream()
                .flatMap(request -> request.legs().stream())
                .anyMatch(leg -> leg.legNo().equals(itemNo));
    }

    Optional<HoldbackSettlementRequested> pending(int settlementNo, List<Leg> content) {
        return pending.filter(request -> request.settlementNo() == settlementNo)
                .filter(request -> request.legs().equals(content));
    }

    private Holdback withPaidIn(Money sum) {
        return new Holdback(kept, sum, isHandedOver, claims, settlements, pending, legs);
    }

    private Holdback released(List<Leg> paid) {
        var nextLegs = new HashSet<>(legs);
        var nextClaims = new HashMap<>(claims);
        for (var leg : paid) {
            nextLegs.add(leg.legNo());
            leg.claimNo()
                    .ifPresent(
                            claimNo -> nextClaims.computeIfPresent(claimNo, (_, claim) -> claim.paidBy(leg.legNo())));
        }
        return new Holdback(
                kept,
                paidIn,
                isHandedOver,
                Map.copyOf(nextClaims),
                settlements,
                Optional.empty(),
                Set.copyOf(nextLegs));
    }

    private Holdback change(String claimNo, UnaryOperator<HoldbackClaim> how) {
        return with(
                claimNo,
                how.apply(claim(claimNo)
                        .orElseThrow(() -> new IllegalStateException("No claim " + claimNo + " in this history"))));
    }

    private Holdback with(String claimNo, HoldbackClaim claim) {
        var next = new HashMap<>(claims);
        next.put(claimNo, claim);
        return new Holdback(kept, paidIn, isHandedOver, Map.copyOf(next), settlements, pending, legs);
    }
}
