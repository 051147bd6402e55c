package io.coffer.api.ledger;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.merchants.MerchantFeeAccountId;

/** What the ledger itself has to say. */
public sealed interface LedgerEvent extends DomainEvent {

    LedgerWatchId watch();

    @Override
    default LedgerWatchId source() {
        return watch();
    }

    /**
     * Customers' money is not covered by the reserve (equation C2). Payouts stop.
     *
     * @param position the first event after which it does not hold
     * @param assets fen on the reserve's asset accounts
     * @param liabilities fen owed to customers
     */
    @StoredAs("ledger.ReserveCoverageFailed")
    record ReserveCoverageFailed(LedgerWatchId watch, long position, long assets, long liabilities)
            implements LedgerEvent {}

    /**
     * What a merchant's contracts hold is not what events say of their payments (equation C5). Its splits stop, and nobody else's.
     *
     * @param position the first event after which it does not hold
     * @param merchant by its fee account, whether or not that was ever opened
     */
    @StoredAs("ledger.MerchantDifferenceFound")
    record MerchantDifferenceFound(LedgerWatchId watch, long position, MerchantFeeAccountId merchant)
            implements LedgerEvent {}
}
