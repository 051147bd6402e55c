package io.coffer.command.payments;

import io.coffer.api.kernel.CustodyAccount;
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
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.AttachDiscount;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignCommand.LockDiscount;
import io.coffer.api.promotions.CampaignCommand.UnlockDiscount;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignRejection.BudgetExhausted;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.ArrayList;
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
            case PaymentOrderCreated e ->
                e.discount()
                        .map(wish -> List.of(lock(e, wish)))
                        .orElseGet(() -> reserve(
                                e.contract(), e.order(), e.reservesFee() ? e.fee() : Money.ZERO, e.custodyAccount()));
            case DiscountLocked e ->
                List.of(Reaction.of(new AttachDiscount(e.order(), e.funder()))
                        .orElse(_ -> unlock(Optional.of(e.campaign()), e.order(), "ORDER_OVER")));
            case DiscountAttached e ->
                reserve(e.contract(), e.order(), e.fee(), e.discount().custodyAccount());
            case FeeReserved(var account, FeeTaker.Payment(var order), var _) -> List.of(open(account, order));
            case FeeAdvanced e
            when e.orderNo().startsWith(PaymentOrderId.PREFIX + ":") ->
                List.of(open(e.account(), new PaymentOrderId(e.orderNo())));
            case PaymentOrderRefused e -> unlock(e.campaign(), e.order(), "REFUSED");
            case PaymentOrderExpired e -> ended(e.contract(), e.order(), e.campaign(), "EXPIRED");
            case PaymentOrderCancelled e -> ended(e.contract(), e.order(), e.campaign(), "CANCELLED");
            case RefundAdmitted e ->
                List.of(Reaction.of(new RequestRefund(
                                e.refund(),
                                Optional.of(e.order()),
                                e.paymentNo(),
                                e.facts(),
                                e.alone().orElse(Money.ZERO)))
                        .orElse(refusal ->
                                List.of(Reaction.of(new DismissRefund(e.order(), e.refund(), refusal.code())))));
            default -> List.of();
        };
    }

    /** The discount first: the fee is the merchant's, which must not wait for a campaign that gives nothing. */
    private static Reaction lock(PaymentOrderCreated event, DiscountWish wish) {
        return Reaction.of(new LockDiscount(wish.campaign(), event.order(), event.price(), wish.amount()))
                .orElse(refusal -> List.of(Reaction.of(refused(event.order(), wish.amount(), refusal))));
    }

    private static List<Reaction> reserve(
            MerchantContractId contract, PaymentOrderId order, Money fee, CustodyAccount where) {
        return fee.isZero()
                ? List.of()
                : List.of(Reaction.of(new ReserveFee(
                                contract.feeAccount(), new FeeTaker.Payment(order), fee, Optional.of(where)))
                        .orElse(refusal -> List.of(Reaction.of(refused(order, fee, refusal)))));
    }

    private static RefusePaymentOrder refused(PaymentOrderId order, Money whole, Rejection refusal) {
        var gap = switch (refusal) {
            case FeeNotCovered(var lacking, var _) -> lacking;
            case BudgetExhausted(var lacking, var _) -> lacking;
            default -> whole;
        };
        return new RefusePaymentOrder(order, refusal.code(), gap);
    }

    /** An order that is over by now will not take the fee. */
    private static Reaction open(MerchantFeeAccountId account, PaymentOrderId order) {
        return Reaction.of(new OpenPaymentOrder(order))
                .orElse(_ ->
                        List.of(Reaction.of(new EndFeeReservation(account, new FeeTaker.Payment(order), "ORDER_OVER"))
                                .orNothing()));
    }

    private static List<Reaction> ended(
            MerchantContractId contract, PaymentOrderId order, Optional<CampaignId> campaign, String reason) {
        var reactions = new ArrayList<Reaction>();
        reactions.add(end(contract, order, reason));
        reactions.addAll(unlock(campaign, order, reason));
        return List.copyOf(reactions);
    }

    /** What a campaign sets aside only later is told then: an order that is over does not take it. */
    private static List<Reaction> unlock(Optional<CampaignId> campaign, PaymentOrderId order, String reason) {
        return campaign.stream()
                .map(id -> Reaction.of(new UnlockDiscount(id, order, reason)).orNothing())
                .toList();
    }

    /** Nothing is set aside for an order whose fee nobody had to set aside, or not yet. */
    private static Reaction end(MerchantContractId contract, PaymentOrderId order, String reason) {
        return Reaction.of(new EndFeeReservation(contract.feeAccount(), new FeeTaker.Payment(order), reason))
                .orNothing();
    }
}
