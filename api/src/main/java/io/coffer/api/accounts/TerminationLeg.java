package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of the balance of a terminated contract.
 *
 * @param fromHoldback the part of the amount that comes from the hold-back; the rest was available
 * @param receipt what a buyer gets back of it
 * @param refund what takes it and brings it back to its payer; absent where a payout takes it
 */
public record TerminationLeg(
        String legNo,
        Payee payee,
        Money amount,
        Money fromHoldback,
        Optional<BankReceiptId> receipt,
        Optional<RefundId> refund)
        implements PayoutLeg {

    public TerminationLeg {
        Keys.key("legNo", legNo);
    }

    /** A part that a payout takes. */
    public TerminationLeg(
            String legNo, Payee payee, Money amount, Money fromHoldback, Optional<BankReceiptId> receipt) {
        this(legNo, payee, amount, fromHoldback, receipt, Optional.empty());
    }

    /** The same part, with a refund as its taker. */
    public TerminationLeg takenBy(RefundId taker) {
        return new TerminationLeg(legNo, payee, amount, fromHoldback, receipt, Optional.of(taker));
    }

    /** The same part, whoever takes it. */
    public TerminationLeg plain() {
        return new TerminationLeg(legNo, payee, amount, fromHoldback, receipt);
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
        // A number of a part holds no colon, so what follows is never mistaken for the next part.
        refund.map(RefundId::value).ifPresent(content::add);
        return content;
    }
}
