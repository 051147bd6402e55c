package io.coffer.query.payments;

import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.query.kernel.Booked;
import io.coffer.query.payments.PaymentOrderState.Captured;
import io.coffer.query.payments.PaymentOrderState.Payment;
import io.coffer.query.payments.PaymentOrderState.Promise;
import io.coffer.query.payments.PaymentOrderState.Refund;
import io.coffer.query.payments.PaymentOrderState.Refusal;
import io.coffer.query.payments.PaymentOrderState.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next state while one event is worked in. */
final class PaymentOrderDraft {

    private final PaymentOrderState before;
    private final Booked booked;
    private final List<Payment> payments;
    private final List<Refund> refunds;
    private Optional<VirtualAccountId> number;
    private Stage stage;
    private Optional<Refusal> refusal;
    private Optional<String> reason;

    PaymentOrderDraft(PaymentOrderState before, Booked booked) {
        this.before = before;
        this.booked = booked;
        this.payments = new ArrayList<>(before.payments());
        this.refunds = new ArrayList<>(before.refunds());
        this.number = before.number();
        this.stage = before.state();
        this.refusal = before.refusal();
        this.reason = before.reason();
    }

    void now(Stage next) {
        stage = next;
    }

    void attached(VirtualAccountId next) {
        number = Optional.of(next);
    }

    void refused(String code, Money gap) {
        stage = Stage.REFUSED;
        refusal = Optional.of(new Refusal(code, gap));
    }

    void cancelled(String why) {
        stage = Stage.CANCELLED;
        reason = Optional.of(why);
    }

    void captured(PaymentCaptured event) {
        var capture = event.capture();
        var captured = Optional.of(new Captured(capture.channel(), capture.settlementDate()));
        paid(
                capture.tradeNo(),
                event.place(),
                event.amount(),
                new Origin(capture.paidAt(), captured, Optional.empty()));
    }

    void received(BankReceiptId receipt, PaymentPlace place, Money amount) {
        paid(receipt.value(), place, amount, new Origin(booked.bookedAt(), Optional.empty(), Optional.of(receipt)));
    }

    void admitted(RefundAdmitted event) {
        refunds.add(new Refund(
                event.refund(), event.paymentNo(), event.facts().price(), Promise.STANDING, booked.bookedAt()));
        promisesChanged();
    }

    void dismissed(RefundId refund) {
        now(refund, Promise.DISMISSED);
        promisesChanged();
    }

    void reinstated(RefundId refund) {
        now(refund, Promise.STANDING);
        promisesChanged();
    }

    void completed(RefundId refund) {
        if (refunds.stream()
                .anyMatch(promised -> promised.refund().equals(refund) && promised.state() == Promise.STANDING)) {
            now(refund, Promise.DONE);
        }
    }

    private void now(RefundId refund, Promise next) {
        refunds.replaceAll(promised -> promised.refund().equals(refund) ? promised.now(next) : promised);
    }

    /** A promise that stands again may come on top of others: then nothing is left, and nothing is owed. */
    private void promisesChanged() {
        payments.replaceAll(payment ->
                payment.with(refundable(payment.place(), payment.amount()).above(promised(payment.paymentNo()))));
    }

    private Money promised(String paymentNo) {
        return refunds.stream()
                .filter(refund -> refund.paymentNo().equals(paymentNo) && refund.state() != Promise.DISMISSED)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    PaymentOrderState state() {
        return new PaymentOrderState(
                before.order(),
                before.contract(),
                before.price(),
                before.way(),
                before.feeTerm(),
                before.fee(),
                before.custodyAccount(),
                number,
                stage,
                refusal,
                reason,
                before.expiresAt(),
                before.discount(),
                List.copyOf(payments),
                List.copyOf(refunds),
                before.createdAt(),
                booked.bookedAt(),
                before.createdPosition(),
                booked.sequence());
    }

    /** The payer paid the price, whatever a channel kept or a funder added; what came twice is only what came. */
    private Money refundable(PaymentPlace place, Money amount) {
        return place == PaymentPlace.EXCESS && before.discount().isPresent() ? amount : before.price();
    }

    private record Origin(Instant paidAt, Optional<Captured> captured, Optional<BankReceiptId> receipt) {}

    private void paid(String paymentNo, PaymentPlace place, Money amount, Origin origin) {
        payments.add(new Payment(
                paymentNo,
                place,
                amount,
                refundable(place, amount),
                origin.paidAt(),
                origin.captured(),
                origin.receipt(),
                booked.bookedAt(),
                booked.position()));
        if (place == PaymentPlace.CONTRACT) {
            stage = Stage.PAID;
        }
    }
}
