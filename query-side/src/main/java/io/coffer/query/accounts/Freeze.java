package io.coffer.query.accounts;

import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.Optional;

/**
 * One order to hold money, and what became of it.
 *
 * @param position of the event that gave it
 */
record Freeze(
        FreezeOrder order,
        Instant frozenAt,
        Optional<Instant> expiresAt,
        int queueNo,
        Money shortfall,
        String frozenBy,
        End end,
        Instant changedAt,
        long position) {

    /** Whether and how an order ended, as far as events say. */
    enum End {
        NONE,
        LIFTED,
        EXPIRED
    }

    static Freeze of(FundsFrozen event, Booked booked) {
        var at = booked.bookedAt();
        return new Freeze(
                event.order(),
                at,
                event.expiresAt(),
                event.queueNo(),
                event.shortfall(),
                event.frozenBy(),
                End.NONE,
                at,
                booked.position());
    }

    /** An order whose time is over holds nothing, though nobody has noted it. */
    boolean isInForce(Instant at) {
        return end == End.NONE && expiresAt.map(at::isBefore).orElse(true);
    }

    Freeze until(Instant next, Instant at) {
        return new Freeze(order, frozenAt, Optional.of(next), queueNo, shortfall, frozenBy, end, at, position);
    }

    Freeze ended(End how, Instant at) {
        return new Freeze(order, frozenAt, expiresAt, queueNo, shortfall, frozenBy, how, at, position);
    }
}
