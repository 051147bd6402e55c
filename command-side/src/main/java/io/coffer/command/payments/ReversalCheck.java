package io.coffer.command.payments;

import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.kernel.BusinessDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a channel may still make a payment void ({@code domain.md} 1.5): all of it, untouched, and on its own day. */
final class ReversalCheck {

    private ReversalCheck() {}

    static List<RefundObjection> objections(Order order, Payment payment, AdmitRefund command, Instant at) {
        var objections = new ArrayList<RefundObjection>();
        if (!command.amount().equals(payment.amount())) {
            objections.add(new RefundObjection.ReversalNotWhole(payment.amount()));
        }
        var refunded = order.refunds().total(payment.paymentNo());
        if (!refunded.isZero()) {
            objections.add(new RefundObjection.ReversalAfterRefund(refunded));
        }
        // Of what was paid beside the order no payee ever has anything.
        if (command.recovery().isPresent() || (command.split() && payment.place() == PaymentPlace.CONTRACT)) {
            objections.add(new RefundObjection.ReversalAfterSplit());
        }
        offered(order, payment)
                .ifPresentOrElse(
                        terms -> tooLate(payment, terms, at).ifPresent(objections::add),
                        () -> objections.add(new RefundObjection.ReversalNotOffered()));
        return objections;
    }

    static RefundRoute route(Order order, Payment payment) {
        if (order.created().way() instanceof PaymentWay.Channel(var terms, var settling)
                && payment.origin() instanceof Payment.Origin.Captured(var capture)) {
            return new RefundRoute.Reversal(terms.channel(), capture.tradeNo(), settling, capture.settlementDate());
        }
        throw new IllegalStateException("No channel captured " + payment.paymentNo());
    }

    private static Optional<ChannelTerms.ReversalTerms> offered(Order order, Payment payment) {
        return order.created().way() instanceof PaymentWay.Channel(var terms, var _)
                        && payment.origin() instanceof Payment.Origin.Captured
                ? terms.reversals()
                : Optional.empty();
    }

    private static Optional<RefundObjection> tooLate(Payment payment, ChannelTerms.ReversalTerms terms, Instant at) {
        var until = BusinessDay.end(payment.paidAt(), terms.cutOff());
        return at.isBefore(until) ? Optional.empty() : Optional.of(new RefundObjection.ReversalTooLate(until));
    }
}
