package io.coffer.command.payments;

import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import java.time.Instant;

/** What a payment order's history adds up to. The sealed pair makes every rule say what it does about a missing one. */
sealed interface PaymentState permits PaymentState.Uncreated, Order {

    static PaymentState initial() {
        return new Uncreated();
    }

    PaymentState after(PaymentEvent event, Instant bookedAt);

    /** No such order. */
    record Uncreated() implements PaymentState {
        @Override
        public PaymentState after(PaymentEvent event, Instant bookedAt) {
            if (event instanceof PaymentOrderCreated created) {
                return Order.of(created);
            }
            throw new IllegalStateException("The history of " + event.order() + " does not begin with its creation");
        }
    }
}
