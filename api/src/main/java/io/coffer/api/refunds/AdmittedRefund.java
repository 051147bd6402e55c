package io.coffer.api.refunds;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.promotions.Discount;
import java.util.Optional;

/**
 * What an order, or a termination plan, promised to a refund: all that is needed to carry it out.
 *
 * @param amount what the payer gets
 * @param feeGap what the source lacks of it because the channel kept its fee; its bearer must fill it up before
 * @param merchant out of whose fee account the gap is filled; absent where no merchant takes part, and nothing lacks
 * @param bearer who bears the fee of the way by which it was paid; absent likewise
 * @param payer who paid, as far as it is known
 * @param requestedBy who asked for it
 * @param discount what of the refunded price is its funder's, who gets it back
 * @param feeBackMost the most of its fee that the channel can give back with this part, however it rounds; absent where no
 *     channel kept one, and in facts of before
 * @param recovery out of what it is paid where its payment was split before
 */
public record AdmittedRefund(
        RefundKind kind,
        Money amount,
        RefundSource source,
        RefundRoute route,
        Money feeGap,
        Optional<MerchantFeeAccountId> merchant,
        Optional<FeeBearer> bearer,
        CustodyAccount custodyAccount,
        Optional<BankAccountRef> payer,
        String reason,
        String requestedBy,
        Optional<Discount> discount,
        Optional<Money> feeBackMost,
        Optional<RecoveryPlan> recovery) {

    /** A refund of money that its source has, and of which no channel gives a fee back. */
    @SuppressWarnings("TooManyParameters") // All facts but two.
    public AdmittedRefund(
            RefundKind kind,
            Money amount,
            RefundSource source,
            RefundRoute route,
            Money feeGap,
            Optional<MerchantFeeAccountId> merchant,
            Optional<FeeBearer> bearer,
            CustodyAccount custodyAccount,
            Optional<BankAccountRef> payer,
            String reason,
            String requestedBy,
            Optional<Discount> discount) {
        this(
                kind,
                amount,
                source,
                route,
                feeGap,
                merchant,
                bearer,
                custodyAccount,
                payer,
                reason,
                requestedBy,
                discount,
                Optional.empty(),
                Optional.empty());
    }

    /** What of the price it gives back: the payer's part and the funder's. */
    public Money price() {
        return discount.map(Discount::amount).map(amount::plus).orElse(amount);
    }

    /** What its merchant fills up: the fee that the source lacks, and its own part of a recovery. */
    public Money fromMerchant() {
        return recovery.map(RecoveryPlan::fromMerchant).map(feeGap::plus).orElse(feeGap);
    }

    /** What its source must have: without what the merchant fills up, and with the funder's part. */
    public Money ofSource() {
        return price().minus(fromMerchant());
    }

    /** What its source has of that from the beginning: without what payees of splits give back. */
    public Money unsplit() {
        return recovery.map(RecoveryPlan::fromPayees).map(ofSource()::minus).orElseGet(this::ofSource);
    }

    /** Whose fee account fills up what its source lacks, and gets what a channel gives back. A part of an account lacks nothing. */
    public MerchantFeeAccountId feeAccount() {
        return merchant.orElseThrow(() -> new IllegalStateException("No merchant takes part in this refund"));
    }
}
