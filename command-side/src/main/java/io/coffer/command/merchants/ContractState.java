package io.coffer.command.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.ContractTaker;
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
 * @param places where the payments lie, as far as it was said
 * @param reservations of all splits and refunds that ever had one, so that none has it twice; a contract has few of them
 */
record ContractState(
        Map<PaymentOrderId, Money> available,
        Map<PaymentOrderId, CustodyAccount> places,
        Map<ContractTaker, Reservation> reservations) {

    ContractState {
        available = Map.copyOf(available);
        places = Map.copyOf(places);
        reservations = Map.copyOf(reservations);
    }

    /** What one taker has, or had, of one order's payment. */
    record Reservation(PaymentOrderId order, Money amount, Stage stage) {

        private Reservation plus(Money more) {
            return new Reservation(order, amount.plus(more), stage);
        }

        private Reservation at(Stage next) {
            return new Reservation(order, amount, next);
        }
    }

    /** Where a reservation is in its life. */
    enum Stage {
        /** Its payment is not credited here yet. */
        AWAITED,
        RESERVED,
        /** Its taker has it; a refund may still give it back. */
        TAKEN,
        ENDED
    }

    static ContractState initial() {
        return new ContractState(Map.of(), Map.of(), Map.of());
    }

    ContractState after(ContractEvent event) {
        return switch (event) {
            case ContractCredited e -> new ContractState(grown(e.order(), e.amount()), placed(e), reservations);
            case ContractRefilled e -> new ContractState(grown(e.order(), e.amount()), places, reservations);
            case ContractFundsAwaited e ->
                new ContractState(
                        available, places, with(e.refund(), new Reservation(e.order(), e.amount(), Stage.AWAITED)));
            // A refund that still wants the money may ask again.
            case ContractWaitEnded e ->
                e.gap().isZero()
                        ? new ContractState(available, places, moved(e.refund(), Stage.ENDED))
                        : new ContractState(available, places, without(e.refund()));
            case ContractFundsReserved e ->
                new ContractState(without(e.order(), e.amount()), places, with(e.taker(), grown(e)));
            case ContractReservationEnded e ->
                new ContractState(grown(e.order(), e.amount()), places, moved(e.taker(), Stage.ENDED));
            case ContractReservationTaken e -> new ContractState(available, places, moved(e.taker(), Stage.TAKEN));
        };
    }

    boolean isCredited(PaymentOrderId order) {
        return available.containsKey(order);
    }

    Money availableOf(PaymentOrderId order) {
        return available.getOrDefault(order, Money.ZERO);
    }

    /** Where an order's payment lies, as far as it was said. */
    Optional<CustodyAccount> placeOf(PaymentOrderId order) {
        return Optional.ofNullable(places.get(order));
    }

    Optional<Reservation> of(ContractTaker taker) {
        return Optional.ofNullable(reservations.get(taker));
    }

    /** Who waits for the money of this order, always in the same order. */
    List<RefundId> waitingFor(PaymentOrderId order) {
        return reservations.entrySet().stream()
                .filter(entry -> entry.getValue().stage() == Stage.AWAITED)
                .filter(entry -> entry.getValue().order().equals(order))
                .map(Map.Entry::getKey)
                .map(ContractTaker::refund)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RefundId::value))
                .toList();
    }

    /** A refund gets it piece by piece, where payees give back. */
    private Reservation grown(ContractFundsReserved event) {
        return of(event.taker())
                .filter(known -> known.stage() == Stage.RESERVED)
                .map(known -> known.plus(event.amount()))
                .orElseGet(() -> new Reservation(event.order(), event.amount(), Stage.RESERVED));
    }

    private Map<PaymentOrderId, CustodyAccount> placed(ContractCredited event) {
        var next = new HashMap<>(places);
        event.custodyAccount().ifPresent(place -> next.put(event.order(), place));
        return next;
    }

    private Map<ContractTaker, Reservation> without(RefundId refund) {
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

    private Map<ContractTaker, Reservation> with(ContractTaker taker, Reservation reservation) {
        var next = new HashMap<>(reservations);
        next.put(taker, reservation);
        return next;
    }

    private Map<ContractTaker, Reservation> moved(ContractTaker taker, Stage stage) {
        var reservation =
                of(taker).orElseThrow(() -> new IllegalStateException("Nothing was ever set aside for " + taker));
        return with(taker, reservation.at(stage));
    }
}
