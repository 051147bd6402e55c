package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.merchants.MerchantFeeAccountId;

/**
 * Whose money a receipt can become: the account that decides whether it takes it. In JSON it is the identity alone, whose
 * first letters say which kind it is.
 */
public sealed interface ReceiptTarget extends AggregateId permits EscrowAccountId, MerchantFeeAccountId {

    /** The target of this identity; what is no fee account's must be an escrow account's. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ReceiptTarget of(String value) {
        return value.startsWith(MerchantFeeAccountId.PREFIX + ":")
                ? new MerchantFeeAccountId(value)
                : new EscrowAccountId(value);
    }
}
