package io.coffer.command.payments;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentRejection.DiscountNotPossible;
import io.coffer.api.payments.PaymentRejection.ExpiryNotPossible;
import io.coffer.api.payments.PaymentRejection.FeeTermNotAgreed;
import io.coffer.api.payments.PaymentRejection.FeeTermNotPossible;
import io.coffer.api.payments.PaymentRejection.PriceNotPossible;
import io.coffer.api.payments.PaymentWay;
import io.coffer.command.kernel.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Under what terms an order begins. Its fee is frozen here, before anybody pays ({@code domain.md} 1.7). */
final class OrderTermsRules {

    /** A payer needs a moment; {@code domain.md} says nothing of it. */
    static final Duration SHORTEST = Duration.ofSeconds(5);

    /** A bill that nobody paid in a quarter is made anew. */
    static final Duration LONGEST = Duration.ofDays(92);

    private OrderTermsRules() {}

    static Decision<PaymentEvent> create(CreatePaymentOrder command, Instant at) {
        return objection(command, at)
                .<Decision<PaymentEvent>>map(Decision::reject)
                .orElseGet(() -> created(command));
    }

    private static Decision<PaymentEvent> created(CreatePaymentOrder command) {
        var event = new PaymentOrderCreated(
                command.order(),
                command.contract(),
                command.price(),
                command.way(),
                command.feeTerm(),
                command.feeTerm().on(command.price()),
                command.custodyAccount(),
                command.expiresAt(),
                command.discount());
        return event.reservesFee() || event.discount().isPresent()
                ? accept(event)
                : acceptAll(List.of(event, new PaymentOrderOpened(command.order())));
    }

    private static Optional<Rejection> objection(CreatePaymentOrder command, Instant at) {
        var earliest = at.plus(SHORTEST);
        var latest = at.plus(LONGEST);
        if (command.expiresAt().isBefore(earliest) || command.expiresAt().isAfter(latest)) {
            return Optional.of(new ExpiryNotPossible(earliest, latest));
        }
        var fee = command.feeTerm().on(command.price());
        if (!command.price().exceeds(fee)) {
            return Optional.of(new PriceNotPossible(command.price(), fee));
        }
        if (!isBearable(command)) {
            return Optional.of(notPossible(command));
        }
        if (!command.agreed().contains(command.feeTerm())) {
            return Optional.of(new FeeTermNotAgreed(way(command), command.agreed()));
        }
        return feeAccountObjection(command, fee).or(() -> discountObjection(command));
    }

    /**
     * What a channel keeps of a net credit is paid by the merchant's fee account as soon as the payer is refunded. An account that
     * lies elsewhere may never pay it, and one that is opened only later could come to lie elsewhere: the refund would wait for
     * ever. Where the fee is set aside before the payment, the fee account itself says no.
     */
    private static Optional<Rejection> feeAccountObjection(CreatePaymentOrder command, Money fee) {
        if (!(command.way() instanceof PaymentWay.NetTransfer) || fee.isZero()) {
            return Optional.empty();
        }
        return command.feeAccountAt()
                .map(there -> there.equals(command.custodyAccount())
                        ? Optional.<Rejection>empty()
                        : Optional.<Rejection>of(new FeeAtOtherCustodyAccount(
                                there.subLedger(), command.custodyAccount().subLedger())))
                .orElseGet(() ->
                        Optional.of(new NotFound(command.contract().feeAccount().value())));
    }

    /** A channel has promotions of its own; and a payer pays something. */
    private static Optional<Rejection> discountObjection(CreatePaymentOrder command) {
        return command.discount()
                .filter(wish -> !(command.way() instanceof PaymentWay.BankTransfer)
                        || !command.price().exceeds(wish.amount())
                        || wish.amount().isZero())
                .map(_ -> new DiscountNotPossible(
                        way(command),
                        command.way() instanceof PaymentWay.BankTransfer
                                ? command.price().minus(Money.fen(1))
                                : Money.ZERO));
    }

    /** Who can bear a fee follows from the way by which the money comes; each pair has one posting rule. */
    private static boolean isBearable(CreatePaymentOrder command) {
        var bearer = command.feeTerm().bearer();
        return switch (command.way()) {
            case PaymentWay.BankTransfer _ ->
                bearer == FeeBearer.MERCHANT_B && !command.feeTerm().refundable();
            case PaymentWay.NetTransfer _ -> bearer == FeeBearer.MERCHANT_B;
            case PaymentWay.Channel(var _, var settling) ->
                switch (settling) {
                    case NET -> bearer != FeeBearer.PAYER;
                    // What a channel credits of its invoice never comes to us.
                    case GROSS ->
                        bearer != FeeBearer.MERCHANT_B && !command.feeTerm().refundable();
                };
        };
    }

    private static FeeTermNotPossible notPossible(CreatePaymentOrder command) {
        return new FeeTermNotPossible(
                way(command), command.feeTerm().bearer(), command.feeTerm().refundable());
    }

    private static String way(CreatePaymentOrder command) {
        return switch (command.way()) {
            case PaymentWay.BankTransfer _ -> "BANK_TRANSFER";
            case PaymentWay.NetTransfer _ -> "NET_TRANSFER";
            case PaymentWay.Channel(var _, var settling) -> "CHANNEL, settling " + settling;
        };
    }
}
