package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowRejection;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.PayeeNotEffective;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeRejected;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each party's money may go.
 *
 * @param proposed changes that nobody decided yet, at most one per party
 * @param changes how many were proposed ever
 */
record Payees(Map<String, Bound> byParty, Map<String, PayeeChangeProposed> proposed, int changes) {

    /** A party's account, and from when on money may go to it. */
    record Bound(Payee payee, Instant effectiveFrom) {}

    /** What a party may be paid to at one moment. */
    sealed interface Standing {}

    record Known(Payee payee) implements Standing {}

    record None(EscrowRejection why) implements Standing {}

    static Payees none() {
        return new Payees(Map.of(), Map.of(), 0);
    }

    Payees after(PayeeEvent event) {
        return switch (event) {
            case PayeeBound e -> bound(new Bound(e.payee(), Instant.EPOCH));
            case PayeeChangeProposed e -> {
                var next = new HashMap<>(proposed);
                next.put(e.payee().partyId(), e);
                yield new Payees(byParty, Map.copyOf(next), e.changeNo());
            }
            case PayeeChanged e ->
                bound(new Bound(e.payee(), e.effectiveFrom())).decided(e.payee().partyId());
            case PayeeChangeRejected e -> decided(e.partyId());
        };
    }

    /** Rules judge by the command's time: a change that is not effective yet has no account that money may go to. */
    Standing at(String partyId, Instant at) {
        var bound = byParty.get(partyId);
        if (bound == null) {
            return new None(new PayeeNotBound(partyId));
        }
        return at.isBefore(bound.effectiveFrom())
                ? new None(new PayeeNotEffective(partyId, bound.effectiveFrom()))
                : new Known(bound.payee());
    }

    Optional<Payee> find(String partyId) {
        return Optional.ofNullable(byParty.get(partyId)).map(Bound::payee);
    }

    Optional<PayeeChangeProposed> proposed(int changeNo) {
        return proposed.values().stream()
                .filter(change -> change.changeNo() == changeNo)
                .findFirst();
    }

    private Payees bound(Bound bound) {
        var next = new HashMap<>(byParty);
        next.put(bound.payee().partyId(), bound);
        return new Payees(Map.copyOf(next), proposed, changes);
    }

    private Payees decided(String partyId) {
        var next = new HashMap<>(proposed);
        next.remove(partyId);
        return new Payees(byParty, Map.copyOf(next), changes);
    }
}
