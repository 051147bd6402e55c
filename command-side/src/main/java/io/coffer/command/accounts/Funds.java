package io.coffer.command.accounts;

import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.money.Money;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came in and where it stands.
 *
 * @param received per planned payment
 * @param excess money beyond the plan, waiting to go back to its payer
 */
record Funds(Buckets buckets, Map<PaymentItem, Money> received, Money excess) {

    static Funds none() {
        return new Funds(Buckets.empty(), Map.of(), Money.ZERO);
    }

    Money totalReceived() {
        return received.values().stream().reduce(Money.ZERO, Money::plus);
    }

    Funds withBuckets(Buckets next) {
        return new Funds(next, received, excess);
    }

    Funds withReceived(PaymentItem item, Money total) {
        var next = new EnumMap<PaymentItem, Money>(PaymentItem.class);
        next.putAll(received);
        next.put(item, total);
        return new Funds(buckets, Map.copyOf(next), excess);
    }

    Funds withMoreExcess(Money amount) {
        return new Funds(buckets, received, excess.plus(amount));
    }
}
