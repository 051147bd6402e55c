package io.coffer.query.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.query.payments.PaymentOrderState.Captured;
import io.coffer.query.payments.PaymentOrderState.Payment;
import io.coffer.query.payments.PaymentOrderState.Promise;
import io.coffer.query.payments.PaymentOrderState.Refund;
import io.coffer.query.payments.PaymentOrderState.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment order as people read it.
 *
 * @param discount what a campaign pays of the price
 * @param payable what the payer pays of it
 * @param channel the channel that captures it or transfers it
 * @param fee what the channel keeps, or asks for, of the price
 * @param virtualAccountNumber what its payers pay to; a moment after creation, and never where a channel captures
 * @param code why it may never be paid
 * @param gap what its fee lacked then
 * @param reason why it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentOrderView(
        String id,
        String outTradeNo,
        String contract,
        PaymentOrderState.Stage state,
        Amount price,
        @Nullable DiscountView discount,
        Amount payable,
        Way way,
        @Nullable String channel,
        Amount fee,
        FeeBearer feeBearer,
        boolean feeRefundable,
        CustodyAccount custodyAccount,
        @Nullable String virtualAccountNumber,
        @Nullable String code,
        @Nullable Amount gap,
        @Nullable String reason,
        Instant expiresAt,
        List<PaymentView> payments,
        Instant createdAt,
        Instant changedAt,
        long position,
        long version) {

    /** What a campaign pays of a price. */
    @Schema(name = "OrderDiscount")
    record DiscountView(String campaign, Amount amount) {

        static DiscountView of(DiscountWish wish) {
            return new DiscountView(wish.campaign().value(), Amount.of(wish.amount()));
        }
    }

    /** How the money comes. */
    @Schema(name = "PaymentWayKind")
    enum Way {
        BANK_TRANSFER,
        CHANNEL,
        NET_TRANSFER
    }

    /**
     * One payment that came.
     *
     * @param amount what came of it: the price, less the channel's fee or the discount
     * @param refundable what of the price no refund promises back
     * @param settlementDate with which settlement the channel brings the money
     * @param receipt the bank's line that brought it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderPayment")
    record PaymentView(
            String paymentNo,
            PaymentPlace place,
            Amount amount,
            Amount refundable,
            Instant paidAt,
            @Nullable String channel,
            @Nullable LocalDate settlementDate,
            @Nullable String receipt,
            List<RefundLine> refunds) {}

    /** What of a payment is, or was, promised to a refund. */
    @Schema(name = "OrderRefund")
    record RefundLine(String refund, Amount amount, Promise state, Instant admittedAt) {

        static RefundLine of(Refund refund) {
            return new RefundLine(
                    refund.refund().value(), Amount.of(refund.amount()), refund.state(), refund.admittedAt());
        }
    }

    static PaymentOrderView of(PaymentOrderState state) {
        return new PaymentOrderView(
                state.order().value(),
                state.order().outTradeNo(),
                state.contract().value(),
                state.state(),
                Amount.of(state.price()),
                state.discount().map(DiscountView::of).orElse(null),
                Amount.of(state.discount()
                        .map(DiscountWish::amount)
                        .map(state.price()::minus)
                        .orElse(state.price())),
                way(state.way()),
                state.way().channel().map(ChannelTerms::channel).orElse(null),
                Amount.of(state.fee()),
                state.feeTerm().bearer(),
                state.feeTerm().refundable(),
                state.custodyAccount(),
                state.number().map(VirtualAccountId::number).orElse(null),
                state.refusal().map(Refusal::code).orElse(null),
                state.refusal().map(Refusal::gap).map(Amount::of).orElse(null),
                state.reason().orElse(null),
                state.expiresAt(),
                state.payments().stream().map(payment -> view(payment, state)).toList(),
                state.createdAt(),
                state.changedAt(),
                state.createdPosition(),
                state.version());
    }

    private static Way way(PaymentWay way) {
        return switch (way) {
            case PaymentWay.BankTransfer _ -> Way.BANK_TRANSFER;
            case PaymentWay.Channel _ -> Way.CHANNEL;
            case PaymentWay.NetTransfer _ -> Way.NET_TRANSFER;
        };
    }

    private static PaymentView view(Payment payment, PaymentOrderState state) {
        return new PaymentView(
                payment.paymentNo(),
                payment.place(),
                Amount.of(payment.amount()),
                Amount.of(payment.refundable()),
                payment.paidAt(),
                payment.captured().map(Captured::channel).orElse(null),
                payment.captured().map(Captured::settlementDate).orElse(null),
                payment.receipt().map(BankReceiptId::value).orElse(null),
                state.refunds().stream()
                        .filter(refund -> refund.paymentNo().equals(payment.paymentNo()))
                        .map(RefundLine::of)
                        .toList());
    }
}
