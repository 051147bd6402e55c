package io.coffer.api.refunds;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import java.util.Optional;

/**
 * What the order promised to a refund: all that is needed to carry it out.
 *
 * @param amount what the payer gets
 * @param feeGap what the source lacks of it because the channel kept its fee; its bearer must fill it up before
 * @param merchant out of whose fee account the gap is filled
 * @param payer who paid, as far as it is known
 * @param requestedBy who asked for it
 */
public record AdmittedRefund(
        RefundKind kind,
        Money amount,
        RefundSource source,
        RefundRoute route,
        Money feeGap,
        MerchantFeeAccountId merchant,
        FeeBearer bearer,
        CustodyAccount custodyAccount,
        Optional<BankAccountRef> payer,
        String reason,
        String requestedBy) {}
