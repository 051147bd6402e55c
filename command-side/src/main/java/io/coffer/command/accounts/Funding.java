package io.coffer.command.accounts;

import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.money.Money;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came in for which planned payment.
 *
 * @param excess money beyond the plan, waiting to go back to its payer
 */
record Funding(Map<PaymentItem, Money> received, Money excess) {

    static Funding none() {
        return new Funding(Map.of(), Money.ZERO);
    }

    Funding after(FundingEvent event) {
        return switch (event) {
            case EscrowFunded _ -> this;
            case PaymentItemPartiallyFunded e -> withReceived(e.item(), e.received());
            case PaymentItemSettled e -> withReceived(e.item(), e.received());
            case EscrowOverfunded e -> new Funding(received, excess.plus(e.amount()));
        };
    }

    Money of(PaymentItem item) {
        return received.getOrDefault(item, Money.ZERO);
    }

    Money total() {
        return received.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private Funding withReceived(PaymentItem item, Money total) {
        var next = new EnumMap<PaymentItem, Money>(PaymentItem.class);
        next.putAll(received);
        next.put(item, total);
        return new Funding(Map.copyOf(next), excess);
    }
}
