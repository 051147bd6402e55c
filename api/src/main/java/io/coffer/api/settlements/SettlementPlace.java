package io.coffer.api.settlements;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;

/**
 * What was agreed with a channel about the bank's line by which it pays.
 *
 * @param payer the channel's own account
 * @param custodyAccount into which of ours it pays
 */
public record SettlementPlace(BankAccountRef payer, CustodyAccount custodyAccount) {

    /** A bank's line may not say at which bank its payer is; the account's number it must say. */
    public boolean isPaidFrom(BankAccountRef other) {
        return payer.token().equals(other.token())
                && (payer.bankCode().equals(other.bankCode())
                        || other.bankCode().equals(BankAccountRef.UNKNOWN_BANK));
    }
}
