package io.coffer.command.payments;

import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an order's payments is promised to refunds, done ones too. It decides alone how much of a payment goes back, so that
 * two refunds at one moment can never be more than the payment (R1, C8).
 */
record PromisedRefunds(Map<RefundId, Promise> all) {

    PromisedRefunds {
        all = Map.copyOf(all);
    }

    /**
     * One refund.
     *
     * @param amount what of the price it gives back, to whomever
     * @param discount what of that is its funder's
     * @param feeGap which part of the channel's fee it brings along
     * @param stands false once it was dismissed: then it takes nothing, and its number stays taken
     */
    record Promise(String paymentNo, Money amount, Money discount, Money feeGap, Instant admittedAt, boolean stands) {}

    static PromisedRefunds none() {
        return new PromisedRefunds(Map.of());
    }

    Optional<Promise> of(RefundId refund) {
        return Optional.ofNullable(all.get(refund));
    }

    Money total(String paymentNo) {
        return standing(paymentNo).stream().map(Promise::amount).reduce(Money.ZERO, Money::plus);
    }

    Money feeTotal(String paymentNo) {
        return standing(paymentNo).stream().map(Promise::feeGap).reduce(Money.ZERO, Money::plus);
    }

    Money discountTotal(String paymentNo) {
        return standing(paymentNo).stream().map(Promise::discount).reduce(Money.ZERO, Money::plus);
    }

    int count(String paymentNo) {
        return standing(paymentNo).size();
    }

    Optional<Instant> latest(String paymentNo) {
        return standing(paymentNo).stream().map(Promise::admittedAt).max(Comparator.naturalOrder());
    }

    PromisedRefunds with(RefundAdmitted event, Instant bookedAt) {
        var facts = event.facts();
        var discount = facts.discount().map(Discount::amount).orElse(Money.ZERO);
        return with(
                event.refund(),
                new Promise(event.paymentNo(), facts.price(), discount, facts.feeGap(), bookedAt, true));
    }

    PromisedRefunds without(RefundId refund) {
        return of(refund)
                .map(old -> with(
                        refund,
                        new Promise(
                                old.paymentNo(), old.amount(), old.discount(), old.feeGap(), old.admittedAt(), false)))
                .orElse(this);
    }

    private PromisedRefunds with(RefundId refund, Promise promise) {
        var next = new HashMap<>(all);
        next.put(refund, promise);
        return new PromisedRefunds(next);
    }

    private List<Promise> standing(String paymentNo) {
        return all.values().stream()
                .filter(promise -> promise.stands() && promise.paymentNo().equals(paymentNo))
                .toList();
    }
}
