package io.coffer.api.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RouteWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every intent towards a payment order. */
public sealed interface PaymentCommand extends Command {

    PaymentOrderId order();

    @Override
    default PaymentOrderId target() {
        return order();
    }

    /**
     * Makes an order. Its fee is frozen now; it opens when whoever bears the fee, and a part of the price, has set that aside.
     *
     * @param discount what somebody else than the payer is to pay of the price
     * @param agreed the fees that the institution agreed to for this way, one of which this is
     * @param feeAccountAt where the merchant's fee account lies, which never moves; absent: there is none
     */
    record CreatePaymentOrder(
            PaymentOrderId order,
            MerchantContractId contract,
            Money price,
            PaymentWay way,
            FeeTerm feeTerm,
            CustodyAccount custodyAccount,
            Instant expiresAt,
            Optional<DiscountWish> discount,
            List<FeeTerm> agreed,
            Optional<CustodyAccount> feeAccountAt)
            implements PaymentCommand {

        public CreatePaymentOrder {
            agreed = List.copyOf(agreed);
        }
    }

    /** The campaign has set the discount aside. */
    record AttachDiscount(PaymentOrderId order, Funder funder) implements PaymentCommand {}

    /** The fee is set aside: the order may be paid. */
    record OpenPaymentOrder(PaymentOrderId order) implements PaymentCommand {}

    /** The fee cannot be set aside. */
    record RefusePaymentOrder(PaymentOrderId order, String code, Money gap) implements PaymentCommand {}

    /** Tells the order which number its payer uses. */
    record AttachPaymentNumber(PaymentOrderId order, VirtualAccountId number) implements PaymentCommand {}

    /** The channel captured a payment. */
    record CapturePayment(PaymentOrderId order, Capture capture, Money amount) implements PaymentCommand {}

    /** Lets the order take a receipt that is reserved for it. */
    record ReceivePayment(
            PaymentOrderId order,
            BankReceiptId receipt,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<BankAccountRef> payer)
            implements PaymentCommand {}

    /** Nobody paid in time. */
    record ExpirePaymentOrder(PaymentOrderId order) implements PaymentCommand {}

    /** The business system wants no payment any more. */
    record CancelPaymentOrder(PaymentOrderId order, String reason) implements PaymentCommand {}

    /**
     * Asks for a refund of one payment of the order, which answers for the sum of all of them.
     *
     * @param paymentNo which payment, by the channel's number or the receipt; absent: the one that paid the order
     * @param recovery out of what it is paid where the payment was split before
     * @param split whether payees have a part of it, or are to have one; only asked for where it is to be made void
     * @param feeAccountAt where the merchant's fee account lies, which never moves; absent: there is none, or nothing is asked of it
     */
    record AdmitRefund(
            PaymentOrderId order,
            RefundId refund,
            Optional<String> paymentNo,
            Money amount,
            RouteWish route,
            String reason,
            Optional<RecoveryPlan> recovery,
            boolean split,
            Optional<CustodyAccount> feeAccountAt)
            implements PaymentCommand {

        /** Of money that payees may have had a part of. */
        public AdmitRefund(
                PaymentOrderId order,
                RefundId refund,
                Optional<String> paymentNo,
                Money amount,
                RouteWish route,
                String reason,
                Optional<RecoveryPlan> recovery) {
            this(order, refund, paymentNo, amount, route, reason, recovery, false, Optional.empty());
        }

        /** Of money that its source has. */
        public AdmitRefund(
                PaymentOrderId order,
                RefundId refund,
                Optional<String> paymentNo,
                Money amount,
                RouteWish route,
                String reason) {
            this(order, refund, paymentNo, amount, route, reason, Optional.empty());
        }
    }

    /** The refund will not be: its money may be refunded otherwise. */
    record DismissRefund(PaymentOrderId order, RefundId refund, String reason) implements PaymentCommand {}

    /** Its payer may have the dismissed refund: its money may not be refunded otherwise, until people know. */
    record ReinstateRefund(PaymentOrderId order, RefundId refund) implements PaymentCommand {}

    /** Mirrors that the refund reached its payer. */
    record CompleteRefund(PaymentOrderId order, RefundId refund) implements PaymentCommand {}
}
