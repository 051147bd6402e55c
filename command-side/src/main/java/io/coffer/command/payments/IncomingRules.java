package io.coffer.command.payments;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentCommand.ReceivePayment;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.CaptureContradicted;
import io.coffer.api.payments.PaymentRejection.CaptureTimeNotPossible;
import io.coffer.api.payments.PaymentRejection.CapturedAmountDiffers;
import io.coffer.api.payments.PaymentRejection.NotTheChannel;
import io.coffer.api.payments.PaymentRejection.ReceivedAmountDiffers;
import io.coffer.api.payments.PaymentWay;
import io.coffer.command.kernel.DateSpan;
import io.coffer.command.kernel.Decision;
import io.coffer.command.payments.Order.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What comes in for an order: the first payment is the contract's, every other one its payer's. */
final class IncomingRules {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** Channels settle after one to three days; around holidays later, and they may tell of it late. */
    private static final int SETTLED_EARLIER_DAYS = 31;

    private static final int SETTLED_LATER_DAYS = 31;

    private IncomingRules() {}

    /** A channel has the money already: what it captured too often or too late is booked all the same, for its payer. */
    static Decision<PaymentEvent> capture(Order order, CapturePayment command, Instant at) {
        var capture = command.capture();
        if (!(order.created().way() instanceof PaymentWay.Channel(var terms, var settling))
                || !terms.channel().equals(capture.channel())) {
            return reject(new NotTheChannel(capture.channel()));
        }
        var latest = at.plus(CLOCKS_DIFFER);
        var settled = DateSpan.around(at, SETTLED_EARLIER_DAYS, SETTLED_LATER_DAYS);
        if (capture.paidAt().isAfter(latest) || !settled.contains(capture.settlementDate())) {
            return reject(new CaptureTimeNotPossible(latest, settled.first(), settled.last()));
        }
        var known = order.payments().get(capture.tradeNo());
        if (known != null) {
            return isTheSame(known, command) ? alreadyDone() : reject(new CaptureContradicted(capture.tradeNo()));
        }
        if (!command.amount().equals(order.price())) {
            return reject(new CapturedAmountDiffers(order.price(), command.amount()));
        }
        if (order.stage() == Stage.CREATED) {
            return reject(new NotInThisState(order.stage().name(), List.of(Stage.OPEN.name(), Stage.PAID.name())));
        }
        return accept(new PaymentCaptured(
                command.order(),
                order.created().contract(),
                capture,
                command.amount(),
                order.created().fee(),
                order.created().feeTerm().bearer(),
                settling,
                order.created().custodyAccount(),
                order.isPayable(at) ? PaymentPlace.CONTRACT : PaymentPlace.EXCESS));
    }

    private static boolean isTheSame(Payment known, CapturePayment command) {
        return known.origin().equals(new Payment.Origin.Captured(command.capture()))
                && known.amount().equals(command.amount());
    }

    /**
     * A decline is a fact, not a refusal: the same assignment, told again, must not bring a receipt that was given back by then.
     */
    static Decision<PaymentEvent> receive(Order order, ReceivePayment command, Instant at) {
        if (order.payments().containsKey(command.receipt().value())) {
            return alreadyDone();
        }
        if (!command.custodyAccount().equals(order.created().custodyAccount())) {
            return declined(
                    command,
                    new WrongCustodyAccount(order.created().custodyAccount().subLedger()));
        }
        if (!order.created().way().needsNumber()) {
            return declined(command, new NotTheChannel("BANK_TRANSFER"));
        }
        if (!command.amount().equals(order.receivable())) {
            return declined(command, new ReceivedAmountDiffers(order.receivable(), command.amount()));
        }
        if (order.stage() == Stage.PAID) {
            return accept(new DuplicatePaymentDetected(
                    command.order(), command.receipt(), command.amount(), command.payer()));
        }
        return order.isPayable(at) ? accept(received(order, command)) : declined(command, notOpen(order));
    }

    private static PaymentReceived received(Order order, ReceivePayment command) {
        return new PaymentReceived(
                command.order(),
                order.created().contract(),
                command.receipt(),
                command.amount(),
                order.created().fee(),
                order.created().feeTerm().bearer(),
                order.created().way() instanceof PaymentWay.NetTransfer,
                command.payer(),
                order.discount());
    }

    private static Rejection notOpen(Order order) {
        return new NotInThisState(order.stage().name(), List.of(Stage.OPEN.name(), Stage.PAID.name()));
    }

    private static Decision<PaymentEvent> declined(ReceivePayment command, Rejection why) {
        return accept(new PaymentDeclined(command.order(), command.receipt(), why.code()));
    }
}
