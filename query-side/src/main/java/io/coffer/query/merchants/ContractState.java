package io.coffer.query.merchants;

import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is left of each payment of a contract now.
 *
 * @param payments the oldest first
 * @param position of the event that began it, for lists
 */
record ContractState(
        MerchantContractId contract,
        List<Payment> payments,
        Instant beganAt,
        Instant changedAt,
        long position,
        long version) {

    /**
     * One order's payment.
     *
     * @param paid what it was at first
     * @param reservations what splits and refunds have set aside and neither took nor gave back, the oldest first
     */
    record Payment(PaymentOrderId order, Money paid, Money available, List<Reservation> reservations, Instant paidAt) {

        Payment reserve(Reservation reservation) {
            var next = new ArrayList<>(reservations);
            var before = reservations.stream()
                    .filter(known -> known.taker().equals(reservation.taker()))
                    .findFirst();
            before.ifPresentOrElse(
                    known -> next.set(next.indexOf(known), known.plus(reservation.amount())),
                    () -> next.add(reservation));
            return new Payment(order, paid, available.minus(reservation.amount()), List.copyOf(next), paidAt);
        }

        /** Payees of a split gave back this much. */
        Payment refill(Money more) {
            return new Payment(order, paid, available.plus(more), reservations, paidAt);
        }

        /** Without the taker's reservation, which it took, or gave back with this much. */
        Payment without(ContractTaker taker, Money givenBack) {
            return new Payment(
                    order,
                    paid,
                    available.plus(givenBack),
                    reservations.stream()
                            .filter(reservation -> !reservation.taker().equals(taker))
                            .toList(),
                    paidAt);
        }

        Money reserved() {
            return reservations.stream().map(Reservation::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /** What a split or a refund has set aside. */
    record Reservation(ContractTaker taker, Money amount, Instant reservedAt) {

        private Reservation plus(Money more) {
            return new Reservation(taker, amount.plus(more), reservedAt);
        }
    }

    Money available() {
        return payments.stream().map(Payment::available).reduce(Money.ZERO, Money::plus);
    }

    Money reserved() {
        return payments.stream().map(Payment::reserved).reduce(Money.ZERO, Money::plus);
    }

    List<Payment> and(Payment payment) {
        var next = new ArrayList<>(payments);
        next.add(payment);
        return List.copyOf(next);
    }

    List<Payment> with(PaymentOrderId order, UnaryOperator<Payment> change) {
        return payments.stream()
                .map(payment -> payment.order().equals(order) ? change.apply(payment) : payment)
                .toList();
    }
}
