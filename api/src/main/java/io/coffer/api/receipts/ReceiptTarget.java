package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.settlements.ChannelSettlementId;

/**
 * Whose money a receipt can become: the account that decides whether it takes it. In JSON it is the identity alone, whose
 * first letters say which kind it is.
 */
public sealed interface ReceiptTarget extends AggregateId
        permits ChannelSettlementId, EscrowAccountId, MerchantFeeAccountId, PaymentOrderId {

    /** The target of this identity; what is nobody else's must be an escrow account's. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ReceiptTarget of(String value) {
        if (value.startsWith(MerchantFeeAccountId.PREFIX + ":")) {
            return new MerchantFeeAccountId(value);
        }
        if (value.startsWith(ChannelSettlementId.PREFIX + ":")) {
            return new ChannelSettlementId(value);
        }
        return value.startsWith(PaymentOrderId.PREFIX + ":") ? new PaymentOrderId(value) : new EscrowAccountId(value);
    }
}
