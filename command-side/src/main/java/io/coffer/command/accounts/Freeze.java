package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeOrder;
import java.time.Instant;
import java.util.Optional;

/**
 * One order to hold money, and what became of it.
 *
 * @param expiresAt absent: until somebody lifts it
 * @param requests how often somebody asked to lift it
 * @param isEnded whether it was lifted or its end was noted; its time may be over before that
 */
record Freeze(FreezeOrder order, Optional<Instant> expiresAt, int requests, boolean isEnded) {

    static Freeze of(FundsFrozen event) {
        return new Freeze(event.order(), event.expiresAt(), 0, false);
    }

    /** Judged by the time of whoever asks: an order whose time is over holds nothing, though nobody has noted it. */
    boolean isInForce(Instant at) {
        return !isEnded && expiresAt.map(at::isBefore).orElse(true);
    }

    Freeze until(Instant next) {
        return new Freeze(order, Optional.of(next), requests, isEnded);
    }

    Freeze asked(int requestNo) {
        return new Freeze(order, expiresAt, requestNo, isEnded);
    }

    Freeze ended() {
        return new Freeze(order, expiresAt, requests, true);
    }
}
