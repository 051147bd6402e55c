package io.coffer.command.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentNumberAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.Discount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A created order.
 *
 * @param discount what a campaign has set aside for it
 * @param payments by their numbers, in the order in which they came
 */
record Order(
        PaymentOrderCreated created,
        Stage stage,
        Optional<VirtualAccountId> number,
        Optional<Discount> discount,
        Map<String, Payment> payments,
        PromisedRefunds refunds)
        implements PaymentState {

    enum Stage {
        /** Its fee is not set aside yet. */
        CREATED,
        OPEN,
        PAID,
        REFUSED,
        EXPIRED,
        CANCELLED
    }

    Order {
        payments = Collections.unmodifiableMap(new LinkedHashMap<>(payments));
    }

    static Order of(PaymentOrderCreated event) {
        return new Order(event, Stage.CREATED, Optional.empty(), Optional.empty(), Map.of(), PromisedRefunds.none());
    }

    Money price() {
        return created.price();
    }

    /** Whether its campaign has set nothing aside yet. */
    boolean waitsForDiscount() {
        return created.discount().isPresent() && discount.isEmpty();
    }

    /** What one receipt must bring. */
    Money receivable() {
        var whole = created.way() instanceof PaymentWay.NetTransfer ? price().minus(created.fee()) : price();
        return discount.map(Discount::amount).map(whole::minus).orElse(whole);
    }

    /** Whether it may be paid at this moment: an order is over at its time, whether anybody has said so or not. */
    boolean isPayable(Instant at) {
        return stage == Stage.OPEN && at.isBefore(created.expiresAt());
    }

    /** The payment that paid it. */
    Optional<Payment> paidBy() {
        return payments.values().stream()
                .filter(payment -> payment.place() == PaymentPlace.CONTRACT)
                .findFirst();
    }

    @Override
    public Order after(PaymentEvent event, Instant bookedAt) {
        return switch (event) {
            case PaymentOrderCreated e -> throw new IllegalStateException("Created twice: " + e.order());
            case DiscountAttached e -> new Order(created, stage, number, Optional.of(e.discount()), payments, refunds);
            case PaymentOrderOpened _ -> at(Stage.OPEN);
            case PaymentOrderRefused _ -> at(Stage.REFUSED);
            case PaymentOrderExpired _ -> at(Stage.EXPIRED);
            case PaymentOrderCancelled _ -> at(Stage.CANCELLED);
            case PaymentNumberAttached e ->
                new Order(created, stage, Optional.of(e.number()), discount, payments, refunds);
            case PaymentCaptured e ->
                paid(new Payment(
                        e.capture().tradeNo(),
                        new Payment.Origin.Captured(e.capture()),
                        e.amount(),
                        e.place(),
                        e.capture().paidAt(),
                        e.capture().payer()));
            case PaymentReceived e ->
                paid(received(e.receipt(), e.credited(), PaymentPlace.CONTRACT, bookedAt, e.payer()));
            case DuplicatePaymentDetected e ->
                paid(received(e.receipt(), e.amount(), PaymentPlace.EXCESS, bookedAt, e.payer()));
            case RefundAdmitted e -> with(refunds.with(e, bookedAt));
            case RefundDismissed e -> with(refunds.without(e.refund()));
            case RefundReinstated e -> with(refunds.withAgain(e.refund()));
            case PaymentDeclined _, RefundCompleted _ -> this;
        };
    }

    private static Payment received(
            BankReceiptId receipt, Money amount, PaymentPlace place, Instant bookedAt, Optional<BankAccountRef> payer) {
        return new Payment(receipt.value(), new Payment.Origin.Received(receipt), amount, place, bookedAt, payer);
    }

    private Order paid(Payment payment) {
        var next = new LinkedHashMap<>(payments);
        next.put(payment.paymentNo(), payment);
        var then = payment.place() == PaymentPlace.CONTRACT ? Stage.PAID : stage;
        return new Order(created, then, number, discount, next, refunds);
    }

    private Order at(Stage next) {
        return new Order(created, next, number, discount, payments, refunds);
    }

    private Order with(PromisedRefunds next) {
        return new Order(created, stage, number, discount, payments, next);
    }
}
