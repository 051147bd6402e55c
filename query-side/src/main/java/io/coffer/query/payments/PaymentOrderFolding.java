package io.coffer.query.payments;

import io.coffer.api.payments.PaymentEvent;
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
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.payments.PaymentOrderState.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a payment order. */
final class PaymentOrderFolding implements Folding<PaymentOrderState> {

    static final String NAME = "payment_order";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "PO:";
    }

    @Override
    public Class<PaymentOrderState> type() {
        return PaymentOrderState.class;
    }

    @Override
    public List<Searched<PaymentOrderState>> searched() {
        return List.of(
                Searched.text("state", order -> Optional.of(order.state())),
                Searched.text("contract_id", order -> Optional.of(order.contract())),
                Searched.flag(
                        "has_excess",
                        order -> order.payments().stream().anyMatch(PaymentOrderState.Payment::isOpenExcess)),
                Searched.number("first_position", order -> Optional.of(order.createdPosition())));
    }

    @Override
    public PaymentOrderState after(@Nullable PaymentOrderState before, Booked booked) {
        if (!(booked.event() instanceof PaymentEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a payment order");
        }
        if (before != null) {
            return next(new PaymentOrderDraft(before, booked), event).state();
        }
        if (event instanceof PaymentOrderCreated created) {
            return created(created, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A payment order that was never created");
    }

    private static PaymentOrderState created(PaymentOrderCreated event, Booked booked) {
        return new PaymentOrderState(
                event.order(),
                event.contract(),
                event.price(),
                event.way(),
                event.feeTerm(),
                event.fee(),
                event.custodyAccount(),
                Optional.empty(),
                Stage.CREATED,
                Optional.empty(),
                Optional.empty(),
                event.expiresAt(),
                event.discount(),
                List.of(),
                List.of(),
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static PaymentOrderDraft next(PaymentOrderDraft draft, PaymentEvent event) {
        switch (event) {
            case PaymentOrderCreated e -> throw new IllegalStateException("Created twice: " + e.order());
            case PaymentEvent.DiscountAttached _ -> {
                // The order asked for it; only its fee may still be missing.
            }
            case PaymentOrderOpened _ -> draft.now(Stage.OPEN);
            case PaymentOrderRefused e -> draft.refused(e.code(), e.gap());
            case PaymentNumberAttached e -> draft.attached(e.number());
            case PaymentCaptured e -> draft.captured(e);
            case PaymentReceived e -> draft.received(e.receipt(), PaymentPlace.CONTRACT, e.amount());
            case DuplicatePaymentDetected e -> draft.received(e.receipt(), PaymentPlace.EXCESS, e.amount());
            case PaymentOrderExpired _ -> draft.now(Stage.EXPIRED);
            case PaymentOrderCancelled e -> draft.cancelled(e.reason());
            case RefundAdmitted e -> draft.admitted(e);
            case RefundDismissed e -> draft.dismissed(e.refund());
            case RefundReinstated e -> draft.reinstated(e.refund());
            case RefundCompleted e -> draft.completed(e.refund());
            case PaymentDeclined _ -> {
                // The receipt says why it waits.
            }
        }
        return draft;
    }
}
