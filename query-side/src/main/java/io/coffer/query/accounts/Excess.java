package io.coffer.query.accounts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that the plan did not expect, set apart for its payer.
 *
 * @param refundingSince since when a refund brings it there
 */
record Excess(BankReceiptId receipt, Money amount, Instant since, Optional<Instant> refundingSince) {

    Excess refunding(Instant at) {
        return new Excess(receipt, amount, since, Optional.of(at));
    }

    boolean isRefunding() {
        return refundingSince.isPresent();
    }
}
