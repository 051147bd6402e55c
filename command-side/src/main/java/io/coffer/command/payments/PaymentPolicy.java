package io.coffer.command.payments;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;

/** From an order's making to its opening: its fee is set aside first; and what it admits becomes a refund. */
final class PaymentPolicy implements Policy {

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case PaymentOrderCreated e when e.reservesFee() -> List.of(reserve(e));
            case FeeReserved(var account, FeeTaker.Payment(var order), var _) -> List.of(open(account, order));
            case FeeAdvanced e
            when e.orderNo().startsWith(PaymentOrderId.PREFIX + ":") ->
                List.of(open(e.account(), new PaymentOrderId(e.orderNo())));
            case PaymentOrderExpired e -> List.of(end(e.contract(), e.order(), "EXPIRED"));
            case PaymentOrderCancelled e -> List.of(end(e.contract(), e.order(), "CANCELLED"));
            case RefundAdmitted e ->
                List.of(Reaction.of(new RequestRefund(e.refund(), e.order(), e.paymentNo(), e.facts()))
                        .orElse(refusal ->
                                List.of(Reaction.of(new DismissRefund(e.order(), e.refund(), refusal.code())))));
            default -> List.of();
        };
    }

    private static Reaction reserve(PaymentOrderCreated event) {
        return Reaction.of(new ReserveFee(
                        event.contract().feeAccount(),
                        new FeeTaker.Payment(event.order()),
                        event.fee(),
                        Optional.of(event.custodyAccount())))
                .orElse(refusal -> List.of(Reaction.of(refused(event, refusal))));
    }

    private static RefusePaymentOrder refused(PaymentOrderCreated event, Rejection refusal) {
        var gap = refusal instanceof FeeNotCovered(var lacking, var _) ? lacking : event.fee();
        return new RefusePaymentOrder(event.order(), refusal.code(), gap);
    }

    /** An order that is over by now will not take the fee. */
    private static Reaction open(MerchantFeeAccountId account, PaymentOrderId order) {
        return Reaction.of(new OpenPaymentOrder(order))
                .orElse(_ ->
                        List.of(Reaction.of(new EndFeeReservation(account, new FeeTaker.Payment(order), "ORDER_OVER"))
                                .orNothing()));
    }

    /** Nothing is set aside for an order whose fee nobody had to set aside, or not yet. */
    private static Reaction end(MerchantContractId contract, PaymentOrderId order, String reason) {
        return Reaction.of(new EndFeeReservation(contract.feeAccount(), new FeeTaker.Payment(order), reason))
                .orNothing();
    }
}
