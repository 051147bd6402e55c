package io.coffer.command.payments;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.money.Money;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.CompleteRefund;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.ReinstateRefund;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.PaymentUnknown;
import io.coffer.api.payments.PaymentRejection.RefundNotAdmitted;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.refunds.RouteWish;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a payment may go back, and when ({@code domain.md} 1.5, R1 and windows). The order decides, because it is the one
 * that all refunds of its payments meet at. All reasons are told at once.
 */
final class AdmissionRules {

    private AdmissionRules() {}

    static Decision<PaymentEvent> admit(Order order, AdmitRefund command, Given given) {
        if (!command.refund().tenant().equals(command.order().tenant())) {
            return reject(new NotFound(command.refund().value()));
        }
        var stranger = RecoveryCheck.stranger(command);
        if (stranger.isPresent()) {
            return reject(stranger.get());
        }
        var payment = command.paymentNo()
                .map(number -> Optional.ofNullable(order.payments().get(number)))
                .orElseGet(order::paidBy);
        if (payment.isEmpty()) {
            return reject(new PaymentUnknown(command.paymentNo().orElse("-")));
        }
        return admit(order, payment.get(), command, given);
    }

    private static Decision<PaymentEvent> admit(Order order, Payment payment, AdmitRefund command, Given given) {
        var known = order.refunds().of(command.refund());
        if (known.isPresent()) {
            return known.filter(promise -> promise.isThe(payment.paymentNo(), command))
                            .isPresent()
                    ? alreadyDone()
                    : reject(new RefundNumberTaken(command.refund().value()));
        }
        var objections = objections(order, payment, command, given.at());
        return objections.isEmpty()
                ? accept(new RefundAdmitted(
                        command.order(),
                        command.refund(),
                        payment.paymentNo(),
                        facts(order, payment, command, given),
                        Optional.of(order.refunds().alone(payment.paymentNo()))))
                : reject(new RefundNotAdmitted(objections));
    }

    private static List<RefundObjection> objections(Order order, Payment payment, AdmitRefund command, Instant at) {
        if (command.route() == RouteWish.REVERSAL) {
            return ReversalCheck.objections(order, payment, command, at);
        }
        var objections = new ArrayList<RefundObjection>();
        var refundable = refundable(order, payment);
        if (command.amount().exceeds(refundable)) {
            objections.add(new RefundObjection.ExceedsRefundable(refundable));
        }
        var feeGap = feeGap(order, payment, command.amount());
        if (feeGap.exceeds(command.amount())) {
            objections.add(new RefundObjection.FeeExceedsAmount(feeGap));
        }
        var discount = discount(order, payment, command.amount());
        if (!discount.isZero() && !command.amount().exceeds(discount)) {
            objections.add(new RefundObjection.DiscountExceedsAmount(discount));
        }
        if (leavesOnlyDiscount(order, payment, command.amount(), discount)) {
            objections.add(new RefundObjection.LeavesOnlyDiscount(refundable));
        }
        objections.addAll(RecoveryCheck.objections(
                order, payment, command, command.amount().above(feeGap)));
        if (command.route() == RouteWish.ORIGINAL) {
            order.created()
                    .way()
                    .channel()
                    .ifPresentOrElse(
                            terms -> objections.addAll(ofChannel(order, payment, terms, at)),
                            () -> ofTransfer(payment).ifPresent(objections::add));
        }
        return objections;
    }

    /**
     * What of a payment is not promised to refunds. The payer paid the price, whatever of it the channel kept; what came too often
     * for an order with a discount is the payer's part only. A promise that stands again may come on top of others: then nothing is.
     */
    static Money refundable(Order order, Payment payment) {
        var whole = order.created().way() instanceof PaymentWay.NetTransfer ? order.price() : payment.amount();
        return whole.above(order.refunds().total(payment.paymentNo()));
    }

    private static List<RefundObjection> ofChannel(Order order, Payment payment, ChannelTerms terms, Instant at) {
        var objections = new ArrayList<RefundObjection>();
        var until = payment.paidAt().plus(Duration.ofDays(terms.refundDays()));
        if (at.isAfter(until)) {
            objections.add(new RefundObjection.WindowExceeded(until));
        }
        if (order.refunds().count(payment.paymentNo()) >= terms.refundsMax()) {
            objections.add(new RefundObjection.TooManyRefunds(terms.refundsMax()));
        }
        order.refunds()
                .latest(payment.paymentNo())
                .map(latest -> latest.plusSeconds(terms.secondsBetweenRefunds()))
                .filter(at::isBefore)
                .ifPresent(earliest -> objections.add(new RefundObjection.TooSoon(earliest)));
        if (original(payment).isEmpty()) {
            objections.add(new RefundObjection.OriginalUnknown());
        }
        return objections;
    }

    private static Optional<RefundObjection> ofTransfer(Payment payment) {
        return payment.payer().isPresent() ? Optional.empty() : Optional.of(new RefundObjection.PayerUnknown());
    }

    /** By which number the channel knows the payment. */
    private static Optional<String> original(Payment payment) {
        return switch (payment.origin()) {
            case Payment.Origin.Captured(var capture) -> Optional.of(capture.tradeNo());
            case Payment.Origin.Received(var receipt) -> receipt.coreNo();
        };
    }

    private static AdmittedRefund facts(Order order, Payment payment, AdmitRefund command, Given given) {
        var created = order.created();
        var discount = discount(order, payment, command.amount());
        return new AdmittedRefund(
                command.route() == RouteWish.REVERSAL ? RefundKind.CHANNEL_REVERSAL : kind(payment, command),
                command.amount().minus(discount),
                source(order, payment),
                route(order, payment, command),
                feeGap(order, payment, command.amount()),
                Optional.of(created.contract().feeAccount()),
                Optional.of(bearer(order, payment)),
                created.custodyAccount(),
                payer(order, payment),
                command.reason(),
                given.actor().subject(),
                discount.isZero() ? Optional.empty() : order.discount().map(whole -> whole.of(discount)),
                created.way()
                        .channel()
                        .filter(_ -> command.route() != RouteWish.REROUTE)
                        .map(_ -> feeBackMost(order, payment, command.amount())),
                command.recovery());
    }

    private static RefundKind kind(Payment payment, AdmitRefund command) {
        return switch (payment.place()) {
            case CONTRACT -> command.recovery().isPresent() ? RefundKind.AFTER_RELEASE : RefundKind.ORIGINAL_ROUTE;
            case EXCESS -> RefundKind.DUPLICATE_PAYMENT;
        };
    }

    /** Whom a refund must reach. What a channel transfers comes from its own account, which tells nothing of who paid. */
    private static Optional<BankAccountRef> payer(Order order, Payment payment) {
        return order.created().way() instanceof PaymentWay.NetTransfer ? Optional.empty() : payment.payer();
    }

    /** Who gets what a channel gives back of its fee: on a payment too many the institution bore it (PR-112). */
    private static FeeBearer bearer(Order order, Payment payment) {
        var agreed = order.created().feeTerm().bearer();
        return payment.place() == PaymentPlace.EXCESS
                        && payment.origin() instanceof Payment.Origin.Captured
                        && agreed == FeeBearer.MERCHANT_B
                ? FeeBearer.PLATFORM
                : agreed;
    }

    private static RefundSource source(Order order, Payment payment) {
        var created = order.created();
        return switch (payment.place()) {
            case CONTRACT -> new RefundSource.ContractPayment(created.contract(), created.order());
            case EXCESS ->
                switch (payment.origin()) {
                    case Payment.Origin.Captured(var capture) ->
                        new RefundSource.ExcessCapture(created.order(), capture.tradeNo());
                    case Payment.Origin.Received(var receipt) ->
                        new RefundSource.ExcessReceipt(created.order(), receipt);
                };
        };
    }

    private static RefundRoute route(Order order, Payment payment, AdmitRefund command) {
        return switch (command.route()) {
            case REROUTE -> new RefundRoute.Reroute();
            case REVERSAL -> ReversalCheck.route(order, payment);
            case ORIGINAL -> original(order, payment);
        };
    }

    private static RefundRoute original(Order order, Payment payment) {
        return order.created()
                .way()
                .channel()
                .<RefundRoute>map(terms -> new RefundRoute.Channel(
                        terms.channel(), original(payment).orElseThrow()))
                .orElseGet(() -> new RefundRoute.Transfer(payment.payer().orElseThrow()));
    }

    private static boolean leavesOnlyDiscount(Order order, Payment payment, Money amount, Money discount) {
        var rest = refundable(order, payment).above(amount);
        return order.discount()
                .filter(_ -> payment.place() == PaymentPlace.CONTRACT && !rest.isZero())
                .map(whole -> whole.amount()
                        .above(order.refunds()
                                .discountTotal(payment.paymentNo())
                                .plus(discount)))
                .filter(left -> !rest.exceeds(left))
                .isPresent();
    }

    /** What the source lacks because the channel kept its fee. */
    private static Money feeGap(Order order, Payment payment, Money amount) {
        return order.created().way() instanceof PaymentWay.NetTransfer
                ? share(order, payment, amount, order.created().fee())
                        .above(order.refunds().feeTotal(payment.paymentNo()))
                : Money.ZERO;
    }

    /** What of a part is its funder's ({@code domain.md} PR-804): a discount never becomes the payer's. */
    private static Money discount(Order order, Payment payment, Money amount) {
        return order.discount()
                .filter(_ -> payment.place() == PaymentPlace.CONTRACT)
                .map(whole -> share(order, payment, amount, whole.amount())
                        .above(order.refunds().discountTotal(payment.paymentNo())))
                .orElse(Money.ZERO);
    }

    /**
     * What goes with all that is refunded after this part, by the cumulative method (R3): rounded down, and the last part takes the
     * rest. After others were dismissed it can be more than a small part; such a part is not admitted, or its source would give more
     * than it has.
     */
    private static Money share(Order order, Payment payment, Money amount, Money whole) {
        return share(order, payment, amount, whole, RoundingMode.DOWN);
    }

    /**
     * What a channel can give back of the fee that it kept. However it rounds, and in whatever order the parts reach their payers,
     * it gives no more: what it rounded down before comes with this part. All parts together are the fee, and less than a fen more
     * for each.
     */
    private static Money feeBackMost(Order order, Payment payment, Money amount) {
        var fee = order.created().fee();
        return share(order, payment, amount, fee, RoundingMode.UP)
                .minus(share(order, payment, Money.ZERO, fee, RoundingMode.DOWN));
    }

    private static Money share(Order order, Payment payment, Money amount, Money whole, RoundingMode rounding) {
        var refunded = order.refunds().total(payment.paymentNo()).plus(amount);
        var share = BigDecimal.valueOf(whole.minorUnits())
                .multiply(BigDecimal.valueOf(refunded.minorUnits()))
                .divide(BigDecimal.valueOf(order.price().minorUnits()), 0, rounding);
        return Money.fen(share.longValueExact());
    }

    static Decision<PaymentEvent> dismiss(Order order, DismissRefund command) {
        return order.refunds()
                        .of(command.refund())
                        .filter(PromisedRefunds.Promise::stands)
                        .isPresent()
                ? accept(new RefundDismissed(command.order(), command.refund(), command.reason()))
                : alreadyDone();
    }

    /** However much of the payment others were promised meanwhile: what its payer may have goes to nobody else. */
    static Decision<PaymentEvent> reinstate(Order order, ReinstateRefund command) {
        return order.refunds()
                        .of(command.refund())
                        .filter(promise -> !promise.stands())
                        .isPresent()
                ? accept(new RefundReinstated(command.order(), command.refund()))
                : alreadyDone();
    }

    static Decision<PaymentEvent> complete(Order order, CompleteRefund command) {
        return order.refunds().of(command.refund()).isPresent()
                ? accept(new RefundCompleted(command.order(), command.refund()))
                : reject(new NotFound(command.refund().value()));
    }
}
