package io.coffer.command.accounts;

import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.money.Money;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lets money out: proven conditions, verified payees, and every release that was asked for. */
record Outflow(Set<ReleaseCondition> confirmed, Map<String, Payee> payees, Map<String, Release> releases) {

    static Outflow none() {
        return new Outflow(Set.of(), Map.of(), Map.of());
    }

    /** The sum of requests that wait for a decision. */
    Money undecided() {
        return releases.values().stream()
                .filter(Release::isUndecided)
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    Release release(String releaseNo) {
        return Optional.ofNullable(releases.get(releaseNo))
                .orElseThrow(() -> new IllegalStateException("No release " + releaseNo + " in this history"));
    }

    Outflow withConfirmed(ReleaseCondition condition) {
        var next = EnumSet.of(condition);
        next.addAll(confirmed);
        return new Outflow(Set.copyOf(next), payees, releases);
    }

    Outflow withPayee(Payee payee) {
        var next = new HashMap<>(payees);
        next.put(payee.partyId(), payee);
        return new Outflow(confirmed, Map.copyOf(next), releases);
    }

    Outflow withRelease(String releaseNo, Release release) {
        var next = new HashMap<>(releases);
        next.put(releaseNo, release);
        return new Outflow(confirmed, payees, Map.copyOf(next));
    }
}
