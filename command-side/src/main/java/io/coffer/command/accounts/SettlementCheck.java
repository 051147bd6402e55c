package io.coffer.command.accounts;

import io.coffer.api.accounts.LegRequest;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Whether the legs of a settlement pay claims that count, and sellers no more than nobody claims. */
final class SettlementCheck {

    private SettlementCheck() {}

    static List<String> reasonsAgainst(List<LegRequest> legs, OpenAccount state, Instant at) {
        var reasons = Legs.reasonsAgainst(legs);
        var claims = new HashSet<String>();
        var toSellers = Money.ZERO;
        for (var leg : legs) {
            if (leg.claimNo().isPresent()) {
                if (!claims.add(leg.claimNo().get())) {
                    reasons.add("claim " + leg.claimNo().get() + " is paid twice");
                }
                against(leg, leg.claimNo().get(), state, at).ifPresent(reasons::add);
            } else if (state.agreement().isSeller(leg.partyId())) {
                toSellers = toSellers.plus(leg.amount());
            } else {
                reasons.add("leg " + leg.legNo() + " settles no claim, and " + leg.partyId() + " is no seller");
            }
        }
        if (toSellers.exceeds(state.unclaimed())) {
            reasons.add("sellers may have the " + state.unclaimed() + " that nobody claims, not " + toSellers);
        }
        return reasons;
    }

    static List<String> takenNumbers(List<LegRequest> legs, OpenAccount state) {
        var reasons = new ArrayList<String>();
        legs.forEach(leg -> Legs.taken(leg, state).ifPresent(reasons::add));
        return reasons;
    }

    private static Optional<String> against(LegRequest leg, String claimNo, OpenAccount state, Instant at) {
        var claim = state.holdback().claim(claimNo).filter(state::isOpen);
        if (claim.isEmpty()) {
            return Optional.of("no open claim has the number " + claimNo);
        }
        if (!claim.get().counts(at)) {
            return Optional.of("claim " + claimNo + " is neither accepted nor uncontested");
        }
        return claim.get().partyId().equals(leg.partyId())
                        && claim.get().amount().equals(leg.amount())
                ? Optional.empty()
                : Optional.of("claim " + claimNo + " is over " + claim.get().amount() + " for "
                        + claim.get().partyId());
    }
}
