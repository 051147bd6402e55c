package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of the balance of a terminated contract.
 *
 * @param fromHoldback the part of the amount that comes from the hold-back; the rest was available
 * @param receipt what a buyer gets back of it
 */
public record TerminationLeg(
        String legNo, Payee payee, Money amount, Money fromHoldback, Optional<BankReceiptId> receipt)
        implements PayoutLeg {

    public TerminationLeg {
        Keys.key("legNo", legNo);
    }

    /** Everything of it as text, for approvals. */
    public List<String> content() {
        var content = new ArrayList<>(List.of(legNo));
        content.addAll(payee.content());
        content.addAll(List.of(
                Long.toString(amount.minorUnits()),
                Long.toString(fromHoldback.minorUnits()),
                amount.currency().getCurrencyCode(),
                receipt.map(BankReceiptId::value).orElse("")));
        return content;
    }
}
