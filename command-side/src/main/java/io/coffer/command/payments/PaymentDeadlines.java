package io.coffer.command.payments;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.command.kernel.DeadlineRule;
import java.time.Instant;
import java.util.List;

/** When nobody will pay an order any more. */
final class PaymentDeadlines implements DeadlineRule {

    static final String EXPIRY = "payment.expiry";

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return switch (event) {
            case PaymentOrderCreated e -> List.of(new DeadlineChange.Set(EXPIRY, e.expiresAt()));
            case PaymentReceived _, PaymentOrderRefused _, PaymentOrderExpired _, PaymentOrderCancelled _ ->
                List.of(new DeadlineChange.Clear(EXPIRY));
            // A payment too many leaves an order as it is; one that was paid has no deadline to lose.
            case PaymentCaptured e ->
                switch (e.place()) {
                    case CONTRACT -> List.of(new DeadlineChange.Clear(EXPIRY));
                    case EXCESS -> List.of();
                };
            default -> List.of();
        };
    }
}
