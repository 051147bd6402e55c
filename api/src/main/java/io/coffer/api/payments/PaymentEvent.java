package io.coffer.api.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.Optional;

/** Every fact of a payment order. */
public sealed interface PaymentEvent extends DomainEvent {

    PaymentOrderId order();

    @Override
    default PaymentOrderId source() {
        return order();
    }

    /**
     * Somebody is to pay a price. Posts nothing.
     *
     * @param fee what the channel will keep, frozen now
     */
    @StoredAs("payments.PaymentOrderCreated")
    record PaymentOrderCreated(
            PaymentOrderId order,
            MerchantContractId contract,
            Money price,
            PaymentWay way,
            FeeTerm feeTerm,
            Money fee,
            CustodyAccount custodyAccount,
            Instant expiresAt)
            implements PaymentEvent {

        /** Whether the merchant's fee account must have set the fee aside before anybody may pay. */
        public boolean reservesFee() {
            return feeTerm.bearer() == FeeBearer.MERCHANT_B
                    && !fee.isZero()
                    && !(way instanceof PaymentWay.NetTransfer);
        }
    }

    /** It may be paid. Posts nothing. */
    @StoredAs("payments.PaymentOrderOpened")
    record PaymentOrderOpened(PaymentOrderId order) implements PaymentEvent {}

    /** Its fee is not covered; it may never be paid. Posts nothing. */
    @StoredAs("payments.PaymentOrderRefused")
    record PaymentOrderRefused(PaymentOrderId order, String code, Money gap) implements PaymentEvent {}

    /** What is paid to this number is the order's. Posts nothing. */
    @StoredAs("payments.PaymentNumberAttached")
    record PaymentNumberAttached(PaymentOrderId order, VirtualAccountId number) implements PaymentEvent {}

    /** A channel captured a payment (PR-111, PR-112, PR-114): it owes us the price, less its fee where it keeps that. */
    @StoredAs("payments.PaymentCaptured")
    record PaymentCaptured(
            PaymentOrderId order,
            MerchantContractId contract,
            Capture capture,
            Money amount,
            Money fee,
            FeeBearer bearer,
            PaymentWay.Settling settling,
            CustodyAccount custodyAccount,
            PaymentPlace place)
            implements PaymentEvent {}

    /**
     * The order took a receipt (PR-116, PR-117).
     *
     * @param amount what came: the price, or the price less the fee
     * @param fee of the price; zero where nobody bears one
     */
    @StoredAs("payments.PaymentReceived")
    record PaymentReceived(
            PaymentOrderId order,
            MerchantContractId contract,
            BankReceiptId receipt,
            Money amount,
            Money fee,
            FeeBearer bearer,
            boolean isNet,
            Optional<BankAccountRef> payer)
            implements PaymentEvent {}

    /** The order was paid before: the receipt is its payer's and waits to be refunded (PR-106). */
    @StoredAs("payments.DuplicatePaymentDetected")
    record DuplicatePaymentDetected(
            PaymentOrderId order, BankReceiptId receipt, Money amount, Optional<BankAccountRef> payer)
            implements PaymentEvent {}

    /** The order did not take the receipt, and will not by this assignment. Posts nothing. */
    @StoredAs("payments.PaymentDeclined")
    record PaymentDeclined(PaymentOrderId order, BankReceiptId receipt, String code) implements PaymentEvent {}

    /** Nobody paid in time. Posts nothing. */
    @StoredAs("payments.PaymentOrderExpired")
    record PaymentOrderExpired(PaymentOrderId order, MerchantContractId contract) implements PaymentEvent {}

    /** It is not to be paid any more. Posts nothing. */
    @StoredAs("payments.PaymentOrderCancelled")
    record PaymentOrderCancelled(PaymentOrderId order, MerchantContractId contract, String reason)
            implements PaymentEvent {}

    /** So much of one payment is promised to one refund. Posts nothing. */
    @StoredAs("payments.RefundAdmitted")
    record RefundAdmitted(PaymentOrderId order, RefundId refund, String paymentNo, AdmittedRefund facts)
            implements PaymentEvent {}

    /** The refund will not be; what it was promised may be refunded otherwise. Posts nothing. */
    @StoredAs("payments.RefundDismissed")
    record RefundDismissed(PaymentOrderId order, RefundId refund, String reason) implements PaymentEvent {}

    /** Mirror: the refund reached its payer. Posts nothing. */
    @StoredAs("payments.RefundCompleted")
    record RefundCompleted(PaymentOrderId order, RefundId refund) implements PaymentEvent {}
}
