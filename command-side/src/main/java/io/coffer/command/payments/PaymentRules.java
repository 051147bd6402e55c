package io.coffer.command.payments;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.AttachDiscount;
import io.coffer.api.payments.PaymentCommand.AttachPaymentNumber;
import io.coffer.api.payments.PaymentCommand.CancelPaymentOrder;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentCommand.CompleteRefund;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.ExpirePaymentOrder;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.ReceivePayment;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentCommand.ReinstateRefund;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.PaymentNumberAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.payments.Order.Stage;
import java.util.List;
import java.util.Optional;

/** Which family of rules decides on which command, and how an order begins and ends. */
final class PaymentRules {

    private PaymentRules() {}

    static Decision<PaymentEvent> decide(PaymentState state, PaymentCommand command, Given given) {
        return switch (state) {
            case PaymentState.Uncreated _
            when command instanceof CreatePaymentOrder create ->
                Decision.unless(
                        Access.toOpen(create.order(), given, mayGive(create)),
                        () -> OrderTermsRules.create(create, given.at()));
            case PaymentState.Uncreated _ ->
                Decision.unless(Access.to(command.order(), false, given), Decision::alreadyDone);
            case Order order ->
                Decision.unless(
                        Access.to(command.order(), true, given, mayGive(command)),
                        () -> decideCreated(order, command, given));
        };
    }

    private static Decision<PaymentEvent> decideCreated(Order order, PaymentCommand command, Given given) {
        return switch (command) {
            case CreatePaymentOrder c -> reject(new AlreadyExists(c.order().value()));
            case AttachDiscount c -> discount(order, c);
            case OpenPaymentOrder c -> open(order, c);
            case RefusePaymentOrder c -> refuse(order, c);
            case AttachPaymentNumber c -> attach(order, c);
            case CapturePayment c -> IncomingRules.capture(order, c, given.at());
            case ReceivePayment c -> IncomingRules.receive(order, c, given.at());
            case ExpirePaymentOrder c -> expire(order, c, given);
            case CancelPaymentOrder c -> cancel(order, c);
            case AdmitRefund c -> AdmissionRules.admit(order, c, given);
            case DismissRefund c -> AdmissionRules.dismiss(order, c);
            case ReinstateRefund c -> AdmissionRules.reinstate(order, c);
            case CompleteRefund c -> AdmissionRules.complete(order, c);
        };
    }

    private static Role[] mayGive(PaymentCommand command) {
        return switch (command) {
            case CreatePaymentOrder _, CancelPaymentOrder _ -> new Role[] {Role.BUSINESS};
            case AdmitRefund _ -> new Role[] {Role.BUSINESS, Role.OPERATOR};
            case CapturePayment _ -> new Role[] {Role.BANK_ADAPTER};
            case AttachDiscount _,
                    OpenPaymentOrder _,
                    RefusePaymentOrder _,
                    AttachPaymentNumber _,
                    ReceivePayment _,
                    ExpirePaymentOrder _,
                    DismissRefund _,
                    ReinstateRefund _,
                    CompleteRefund _ -> new Role[] {Role.POLICY};
        };
    }

    /** What is missing then is the fee; without one the order opens. An order that is over takes no discount. */
    private static Decision<PaymentEvent> discount(Order order, AttachDiscount command) {
        if (order.discount().isPresent()) {
            return alreadyDone();
        }
        var created = order.created();
        if (order.stage() != Stage.CREATED || created.discount().isEmpty()) {
            return reject(new NotInThisState(order.stage().name(), List.of(Stage.CREATED.name())));
        }
        var wish = created.discount().get();
        var discount = new Discount(wish.campaign(), command.funder(), wish.amount(), created.custodyAccount());
        var fee = created.reservesFee() ? created.fee() : Money.ZERO;
        var attached = new DiscountAttached(command.order(), created.contract(), discount, fee);
        return fee.isZero() ? acceptAll(List.of(attached, new PaymentOrderOpened(command.order()))) : accept(attached);
    }

    private static Optional<CampaignId> campaign(Order order) {
        return order.created().discount().map(DiscountWish::campaign);
    }

    /** An order that is over meanwhile does not open: whoever set its fee aside ends that again. */
    private static Decision<PaymentEvent> open(Order order, OpenPaymentOrder command) {
        return switch (order.stage()) {
            case CREATED ->
                order.waitsForDiscount()
                        ? reject(new NotInThisState("WAITING_FOR_DISCOUNT", List.of(Stage.CREATED.name())))
                        : accept(new PaymentOrderOpened(command.order()));
            case OPEN, PAID -> alreadyDone();
            case REFUSED, EXPIRED, CANCELLED ->
                reject(new NotInThisState(order.stage().name(), List.of(Stage.CREATED.name())));
        };
    }

    private static Decision<PaymentEvent> refuse(Order order, RefusePaymentOrder command) {
        return order.stage() == Stage.CREATED
                ? accept(new PaymentOrderRefused(command.order(), command.code(), command.gap(), campaign(order)))
                : alreadyDone();
    }

    /** The first number stays: an order never changes the number that its payer knows. */
    private static Decision<PaymentEvent> attach(Order order, AttachPaymentNumber command) {
        return order.number().isPresent()
                ? alreadyDone()
                : accept(new PaymentNumberAttached(command.order(), command.number()));
    }

    private static Decision<PaymentEvent> expire(Order order, ExpirePaymentOrder command, Given given) {
        return switch (order.stage()) {
            case CREATED, OPEN ->
                given.at().isBefore(order.created().expiresAt())
                        ? alreadyDone()
                        : accept(new PaymentOrderExpired(
                                command.order(), order.created().contract(), campaign(order)));
            case PAID, REFUSED, EXPIRED, CANCELLED -> alreadyDone();
        };
    }

    private static Decision<PaymentEvent> cancel(Order order, CancelPaymentOrder command) {
        return switch (order.stage()) {
            case CREATED, OPEN ->
                accept(new PaymentOrderCancelled(
                        command.order(), order.created().contract(), command.reason(), campaign(order)));
            case CANCELLED -> alreadyDone();
            case PAID, REFUSED, EXPIRED ->
                reject(new NotInThisState(order.stage().name(), List.of(Stage.CREATED.name(), Stage.OPEN.name())));
        };
    }
}
