package io.coffer.query.payments;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a payment order.
 *
 * @param number what its payers pay to, where the way has one
 * @param refusal why it may never be paid
 * @param reason why it was cancelled
 * @param discount what a campaign pays of the price
 * @param payments in the order in which they came
 * @param refunds of any of its payments, in the order in which they were admitted
 */
record PaymentOrderState(
        PaymentOrderId order,
        MerchantContractId contract,
        Money price,
        PaymentWay way,
        FeeTerm feeTerm,
        Money fee,
        CustodyAccount custodyAccount,
        Optional<VirtualAccountId> number,
        Stage state,
        Optional<Refusal> refusal,
        Optional<String> reason,
        Instant expiresAt,
        Optional<DiscountWish> discount,
        List<Payment> payments,
        List<Refund> refunds,
        Instant createdAt,
        Instant changedAt,
        long createdPosition,
        long version) {

    enum Stage {
        /** Its fee is not set aside yet. */
        CREATED,
        OPEN,
        PAID,
        REFUSED,
        EXPIRED,
        CANCELLED
    }

    /** Its fee was not covered. */
    record Refusal(String code, Money gap) {}

    /**
     * One payment that came.
     *
     * @param amount what came of it: the price, less the channel's fee or the discount
     * @param refundable what of the price no refund promises back
     */
    record Payment(
            String paymentNo,
            PaymentPlace place,
            Money amount,
            Money refundable,
            Instant paidAt,
            Optional<Captured> captured,
            Optional<BankReceiptId> receipt,
            Instant bookedAt,
            long position) {

        Payment with(Money left) {
            return new Payment(paymentNo, place, amount, left, paidAt, captured, receipt, bookedAt, position);
        }

        boolean isOpenExcess() {
            return place == PaymentPlace.EXCESS && !refundable.isZero();
        }
    }

    /** Who captured a payment, and with which settlement its money comes. */
    record Captured(String channel, LocalDate settlementDate) {}

    /** What of a payment is promised to a refund. */
    record Refund(RefundId refund, String paymentNo, Money amount, Promise state, Instant admittedAt) {

        Refund now(Promise next) {
            return new Refund(refund, paymentNo, amount, next, admittedAt);
        }
    }

    enum Promise {
        STANDING,
        /** It takes nothing any more; its number stays taken. */
        DISMISSED,
        DONE
    }
}
