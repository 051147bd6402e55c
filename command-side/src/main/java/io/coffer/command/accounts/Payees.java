package io.coffer.command.accounts;

import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each party's money may go. */
record Payees(Map<String, Payee> byParty) {

    static Payees none() {
        return new Payees(Map.of());
    }

    Payees after(PayeeEvent event) {
        return switch (event) {
            case PayeeBound e -> {
                var next = new HashMap<>(byParty);
                next.put(e.payee().partyId(), e.payee());
                yield new Payees(Map.copyOf(next));
            }
        };
    }

    Optional<Payee> find(String partyId) {
        return Optional.ofNullable(byParty.get(partyId));
    }
}
