package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowRejection;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.LegRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds the account for each part of money that goes to several parties. */
final class Legs {

    static final int MOST = 20;

    private Legs() {}

    /** Whether every part has an account to go to at one moment. */
    sealed interface Payability {}

    record Payable(List<Leg> legs) implements Payability {}

    record Unpayable(EscrowRejection why) implements Payability {}

    static Payability paidTo(List<LegRequest> asked, Payees payees, Instant at) {
        var legs = new ArrayList<Leg>();
        for (var leg : asked) {
            switch (payees.at(leg.partyId(), at)) {
                case Payees.None(var why) -> {
                    return new Unpayable(why);
                }
                case Payees.Known(var payee) -> legs.add(new Leg(leg.legNo(), payee, leg.amount(), leg.claimNo()));
            }
        }
        return new Payable(List.copyOf(legs));
    }

    static List<LegRequest> asked(List<Leg> legs) {
        return legs.stream()
                .map(leg -> new LegRequest(leg.legNo(), leg.payee().partyId(), leg.amount(), leg.claimNo()))
                .toList();
    }

    /** What is wrong with the parts whatever they are for. */
    static List<String> reasonsAgainst(List<LegRequest> asked) {
        var reasons = new ArrayList<String>();
        if (asked.isEmpty()) {
            reasons.add("no leg");
        }
        if (asked.size() > MOST) {
            reasons.add("more than " + MOST + " legs");
        }
        var numbers = new HashSet<String>();
        for (var leg : asked) {
            if (!numbers.add(leg.legNo())) {
                reasons.add("leg " + leg.legNo() + " is there twice");
            }
            if (leg.amount().isZero()) {
                reasons.add("leg " + leg.legNo() + " pays nothing");
            }
        }
        return reasons;
    }

    static Optional<String> taken(LegRequest leg, OpenAccount state) {
        return Optional.of("the number " + leg.legNo() + " is taken in this account")
                .filter(_ -> state.isTaken(leg.legNo()));
    }
}
