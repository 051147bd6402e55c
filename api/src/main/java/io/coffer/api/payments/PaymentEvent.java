package io.coffer.api.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.SecondPerson;
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
     * @param discount what a campaign is asked to pay of the price
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
            Instant expiresAt,
            Optional<DiscountWish> discount)
            implements PaymentEvent {

        /** Whether the merchant's fee account must have set the fee aside before anybody may pay. */
        public boolean reservesFee() {
            return feeTerm.bearer() == FeeBearer.MERCHANT_B
                    && !fee.isZero()
                    && !(way instanceof PaymentWay.NetTransfer);
        }
    }

    /**
     * A campaign has set a part of the price aside. Posts nothing.
     *
     * @param fee what the merchant's fee account is asked for next; zero when nothing is missing any more
     */
    @StoredAs("payments.DiscountAttached")
    record DiscountAttached(PaymentOrderId order, MerchantContractId contract, Discount discount, Money fee)
            implements PaymentEvent {}

    /** It may be paid. Posts nothing. */
    @StoredAs("payments.PaymentOrderOpened")
    record PaymentOrderOpened(PaymentOrderId order) implements PaymentEvent {}

    /**
     * Its fee, or its discount, is not covered; it may never be paid. Posts nothing.
     *
     * @param campaign which it asked for a discount, here and below
     */
    @StoredAs("payments.PaymentOrderRefused")
    record PaymentOrderRefused(PaymentOrderId order, String code, Money gap, Optional<CampaignId> campaign)
            implements PaymentEvent {}

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
     * The order took a receipt (PR-116, PR-117; with a discount PR-803, PR-805).
     *
     * @param amount what came: the price, less the fee where it came net, less the discount where there is one
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
            Optional<BankAccountRef> payer,
            Optional<Discount> discount)
            implements PaymentEvent {

        /** What the contract has of it: the funder's part too. */
        public Money credited() {
            return discount.map(Discount::amount).map(amount::plus).orElse(amount);
        }
    }

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
    record PaymentOrderExpired(PaymentOrderId order, MerchantContractId contract, Optional<CampaignId> campaign)
            implements PaymentEvent {}

    /** It is not to be paid any more. Posts nothing. */
    @StoredAs("payments.PaymentOrderCancelled")
    record PaymentOrderCancelled(
            PaymentOrderId order, MerchantContractId contract, String reason, Optional<CampaignId> campaign)
            implements PaymentEvent {}

    /**
     * So much of one payment is promised to one refund. Posts nothing.
     *
     * @param alone what else of the payment goes back without a second person; facts of before do not say it
     */
    @StoredAs("payments.RefundAdmitted")
    record RefundAdmitted(
            PaymentOrderId order, RefundId refund, String paymentNo, AdmittedRefund facts, Optional<Money> alone)
            implements PaymentEvent {

        /** Whether somebody else must agree before anything is set aside. */
        public boolean needsSecondPerson() {
            return SecondPerson.isNeededFor(facts, alone.orElse(Money.ZERO));
        }
    }

    /** The refund will not be; what it was promised may be refunded otherwise. Posts nothing. */
    @StoredAs("payments.RefundDismissed")
    record RefundDismissed(PaymentOrderId order, RefundId refund, String reason) implements PaymentEvent {}

    /** Its channel says that the dismissed refund was paid: what it was promised may not be refunded otherwise. Posts nothing. */
    @StoredAs("payments.RefundReinstated")
    record RefundReinstated(PaymentOrderId order, RefundId refund) implements PaymentEvent {}

    /** Mirror: the refund reached its payer. Posts nothing. */
    @StoredAs("payments.RefundCompleted")
    record RefundCompleted(PaymentOrderId order, RefundId refund) implements PaymentEvent {}
}
