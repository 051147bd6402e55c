package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import java.util.Optional;

/**
 * An order to hold money.
 *
 * @param authority who gave it: a party of the contract, a court, the police, a department
 * @param amount absent: all there is and will be
 * @param item the one payment that a dispute is about; HOLDBACK_DEPOSIT means the hold-back
 */
public record FreezeOrder(
        String orderNo, FreezeKind kind, String authority, Optional<Money> amount, Optional<PaymentItem> item) {

    public FreezeOrder {
        Keys.key("orderNo", orderNo);
        Keys.key("authority", authority);
    }
}
