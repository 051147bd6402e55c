package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeEvent;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FreezeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every order that was ever given, by arrival. */
record Freezes(List<Freeze> byArrival) {

    static Freezes none() {
        return new Freezes(List.of());
    }

    Freezes after(FreezeEvent event) {
        return switch (event) {
            case FundsFrozen e -> {
                var next = new ArrayList<>(byArrival);
                next.add(Freeze.of(e));
                yield new Freezes(List.copyOf(next));
            }
            case RecallRequested _ -> this;
            case FreezeRenewed e -> change(e.orderNo(), freeze -> freeze.until(e.expiresAt()));
            case UnfreezeRequested e -> change(e.orderNo(), freeze -> freeze.asked(e.requestNo()));
            case FundsUnfrozen e -> change(e.orderNo(), Freeze::ended);
            case FreezeExpired e -> change(e.orderNo(), Freeze::ended);
        };
    }

    Optional<Freeze> find(String orderNo) {
        return byArrival.stream()
                .filter(freeze -> freeze.order().orderNo().equals(orderNo))
                .findFirst();
    }

    List<Freeze> inForce(Instant at) {
        return byArrival.stream().filter(freeze -> freeze.isInForce(at)).toList();
    }

    int given(FreezeKind kind) {
        return Math.toIntExact(byArrival.stream()
                .filter(freeze -> freeze.order().kind() == kind)
                .count());
    }

    private Freezes change(String orderNo, UnaryOperator<Freeze> how) {
        if (find(orderNo).isEmpty()) {
            throw new IllegalStateException("No order " + orderNo + " in this history");
        }
        return new Freezes(byArrival.stream()
                .map(freeze -> freeze.order().orderNo().equals(orderNo) ? how.apply(freeze) : freeze)
                .toList());
    }
}
