package io.coffer.command.receipts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why nobody may be credited.
 *
 * @param claims other amounts that the bank reported under the same key
 * @param twin the other identity under which the same booking stands here
 */
record Doubts(Set<Money> claims, Optional<BankReceiptId> twin) {

    static Doubts none() {
        return new Doubts(Set.of(), Optional.empty());
    }

    boolean isEmpty() {
        return claims.isEmpty() && twin.isEmpty();
    }

    Doubts with(Money claim) {
        var next = new HashSet<>(claims);
        next.add(claim);
        return new Doubts(Set.copyOf(next), twin);
    }

    Doubts withTwin(BankReceiptId other) {
        return new Doubts(claims, Optional.of(other));
    }

    Doubts withoutClaims() {
        return new Doubts(Set.of(), twin);
    }
}
