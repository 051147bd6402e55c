package io.coffer.command.merchants;

import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract's history adds up to. No bucket can be below zero: {@link Money} cannot. There is no sum of the orders, so
 * that no order can be refunded with another one's money.
 *
 * @param available by order that was ever paid, so that none is credited twice
 * @param reservations of all refunds that ever had one, so that none has it twice; a contract has few of them
 */
record ContractState(Map<PaymentOrderId, Money> available, Map<RefundId, Reservation> reservations) {

    ContractState {
        available = Map.copyOf(available);
        reservations = Map.copyOf(reservations);
    }

    /** What one refund has, or had, of one order's payment. */
    record Reservation(PaymentOrderId order, Money amount, Stage stage) {

        private Reservation at(Stage next) {
            return new Reservation(order, amount, next);
        }
    }

    /** Where a reservation is in its life. */
    enum Stage {
        /** Its payment is not credited here yet. */
        AWAITED,
        RESERVED,
        /** The refund has it; it may still give it back. */
        TAKEN,
        ENDED
    }

    static ContractState initial() {
        return new ContractState(Map.of(), Map.of());
    }

    ContractState after(ContractEvent event) {
        return switch (event) {
            case ContractCredited e -> new ContractState(grown(e.order(), e.amount()), reservations);
            case ContractFundsAwaited e ->
                new ContractState(available, with(e.refund(), new Reservation(e.order(), e.amount(), Stage.AWAITED)));
            // A refund that still wants the money may ask again.
            case ContractWaitEnded e ->
                e.gap().isZero()
                        ? new ContractState(available, moved(e.refund(), Stage.ENDED))
                        : new ContractState(available, without(e.refund()));
            case ContractFundsReserved e ->
                new ContractState(
                        without(e.order(), e.amount()),
                        with(e.refund(), new Reservation(e.order(), e.amount(), Stage.RESERVED)));
            case ContractReservationEnded e ->
                new ContractState(grown(e.order(), e.amount()), moved(e.refund(), Stage.ENDED));
            case ContractReservationTaken e -> new ContractState(available, moved(e.refund(), Stage.TAKEN));
        };
    }

    boolean isCredited(PaymentOrderId order) {
        return available.containsKey(order);
    }

    Money availableOf(PaymentOrderId order) {
        return available.getOrDefault(order, Money.ZERO);
    }

    Optional<Reservation> of(RefundId refund) {
        return Optional.ofNullable(reservations.get(refund));
    }

    /** Who waits for the money of this order, always in the same order. */
    List<RefundId> waitingFor(PaymentOrderId order) {
        return reservations.entrySet().stream()
                .filter(entry -> entry.getValue().stage() == Stage.AWAITED)
                .filter(entry -> entry.getValue().order().equals(order))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(RefundId::value))
                .toList();
    }

    private Map<RefundId, Reservation> without(RefundId refund) {
        var next = new HashMap<>(reservations);
        next.remove(refund);
        return next;
    }

    private Map<PaymentOrderId, Money> grown(PaymentOrderId order, Money more) {
        return with(order, availableOf(order).plus(more));
    }

    private Map<PaymentOrderId, Money> without(PaymentOrderId order, Money less) {
        return with(order, availableOf(order).minus(less));
    }

    private Map<PaymentOrderId, Money> with(PaymentOrderId order, Money amount) {
        var next = new HashMap<>(available);
        next.put(order, amount);
        return next;
    }

    private Map<RefundId, Reservation> with(RefundId refund, Reservation reservation) {
        var next = new HashMap<>(reservations);
        next.put(refund, reservation);
        return next;
    }

    private Map<RefundId, Reservation> moved(RefundId refund, Stage stage) {
        var reservation =
                of(refund).orElseThrow(() -> new IllegalStateException("Nothing was ever set aside for " + refund));
        return with(refund, reservation.at(stage));
    }
}
