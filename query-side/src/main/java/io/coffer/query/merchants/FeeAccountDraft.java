package io.coffer.query.merchants;

import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.query.kernel.Booked;
import io.coffer.query.merchants.FeeAccountState.Advance;
import io.coffer.query.merchants.FeeAccountState.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next state while one event is worked in. */
final class FeeAccountDraft {

    /** From then on a receivable is an alarm ({@code domain.md} 2, incident B). */
    static final Duration OVERDUE_AFTER = Duration.ofDays(30);

    private final FeeAccountState before;
    private final Booked booked;
    private final List<Reservation> reservations;
    private final List<Advance> advances;
    private Optional<VirtualAccountId> number;
    private FeeAccountStanding standing;
    private String reason;
    private Money limit;
    private Optional<Money> askedLimit;
    private Money available;
    private Money recovering;

    FeeAccountDraft(FeeAccountState before, Booked booked) {
        this.before = before;
        this.booked = booked;
        this.reservations = new ArrayList<>(before.reservations());
        this.advances = new ArrayList<>(before.advances());
        this.number = before.number();
        this.standing = before.standing();
        this.reason = before.reason();
        this.limit = before.limit();
        this.askedLimit = before.askedLimit();
        this.available = before.available();
        this.recovering = before.recovering();
    }

    void attached(VirtualAccountId next) {
        number = Optional.of(next);
    }

    void stands(FeeAccountStanding next, String why) {
        standing = next;
        reason = why;
    }

    void asked(Money next) {
        askedLimit = Optional.of(next);
    }

    void limited(Money next) {
        limit = next;
        askedLimit = Optional.empty();
    }

    void cameIn(Money amount) {
        available = available.plus(amount);
    }

    void setAside(FeeTaker taker, Money amount) {
        available = available.minus(amount);
        switch (taker) {
            case FeeTaker.Order(var orderNo) -> reserve(orderNo, amount);
            case FeeTaker.Recovery _ -> recovering = recovering.plus(amount);
        }
    }

    void advanced(String orderNo, Money amount) {
        reserve(orderNo, amount);
        advances.add(new Advance(
                orderNo, amount, amount, booked.bookedAt(), booked.bookedAt().plus(OVERDUE_AFTER), booked.position()));
    }

    void recovered(String orderNo, FeeTaker from, Money amount, Money left) {
        switch (from) {
            case FeeTaker.Order(var payer) ->
                reservations.replaceAll(item -> item.orderNo().equals(payer) ? item.minus(amount) : item);
            case FeeTaker.Recovery _ -> recovering = recovering.minus(amount);
        }
        advances.replaceAll(advance -> advance.orderNo().equals(orderNo) ? advance.with(left) : advance);
        advances.removeIf(advance -> advance.open().isZero());
    }

    void ended(String orderNo, Money amount) {
        reservations.removeIf(item -> item.orderNo().equals(orderNo));
        available = available.plus(amount);
    }

    FeeAccountState state() {
        return new FeeAccountState(
                before.account(),
                before.custodyAccount(),
                number,
                standing,
                reason,
                limit,
                askedLimit,
                available,
                recovering,
                List.copyOf(reservations),
                List.copyOf(advances),
                before.openedAt(),
                booked.bookedAt(),
                before.openedPosition(),
                booked.sequence());
    }

    private void reserve(String orderNo, Money amount) {
        if (reservations.stream().noneMatch(item -> item.orderNo().equals(orderNo))) {
            reservations.add(new Reservation(orderNo, Money.ZERO, booked.bookedAt()));
        }
        reservations.replaceAll(item -> item.orderNo().equals(orderNo) ? item.plus(amount) : item);
    }
}
