package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the money of B stands, without what is set aside for other takers than fees. No bucket can be below zero: {@link Money} cannot.
 *
 * @param reserved by order; an ended one is forgotten, so this is as long as orders are open
 * @param recovering set aside for advances, between the two events that take it
 */
record FeeBuckets(Money available, Map<String, Money> reserved, Money recovering) {

    FeeBuckets {
        reserved = Map.copyOf(reserved);
    }

    static FeeBuckets of(Money available) {
        return new FeeBuckets(available, Map.of(), Money.ZERO);
    }

    FeeBuckets after(MerchantBFunded event) {
        return new FeeBuckets(available.plus(event.amount()), reserved, recovering);
    }

    FeeBuckets after(FeeReserved event) {
        var left = available.minus(event.amount());
        return switch (event.taker()) {
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Refund _ ->
                new FeeBuckets(
                        left,
                        with(
                                event.taker().orderNo(),
                                reservedFor(event.taker().orderNo()).plus(event.amount())),
                        recovering);
            case FeeTaker.Recovery _ -> new FeeBuckets(left, reserved, recovering.plus(event.amount()));
        };
    }

    FeeBuckets after(FeeAdvanced event) {
        var order = event.orderNo();
        return new FeeBuckets(available, with(order, reservedFor(order).plus(event.amount())), recovering);
    }

    FeeBuckets after(AdvanceRecovered event) {
        return switch (event.from()) {
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Refund _ ->
                new FeeBuckets(
                        available,
                        with(
                                event.from().orderNo(),
                                reservedFor(event.from().orderNo()).minus(event.amount())),
                        recovering);
            case FeeTaker.Recovery _ -> new FeeBuckets(available, reserved, recovering.minus(event.amount()));
        };
    }

    FeeBuckets after(FeeReservationEnded event) {
        var next = new HashMap<>(reserved);
        next.remove(event.orderNo());
        return new FeeBuckets(available.plus(event.amount()), next, recovering);
    }

    FeeBuckets after(FeeReservationTaken event) {
        var next = new HashMap<>(reserved);
        next.remove(event.taker().orderNo());
        return new FeeBuckets(available, next, recovering);
    }

    FeeBuckets after(MerchantBCredited event) {
        return new FeeBuckets(available.plus(event.amount()), reserved, recovering);
    }

    FeeBuckets after(SplitLegCredited event) {
        return new FeeBuckets(available.plus(event.amount()), reserved, recovering);
    }

    FeeBuckets after(MerchantFundsReserved event) {
        return new FeeBuckets(available.minus(event.amount()), reserved, recovering);
    }

    FeeBuckets after(MerchantReservationEnded event) {
        return new FeeBuckets(available.plus(event.amount()), reserved, recovering);
    }

    /** What is set aside for an order. */
    Optional<Money> of(String orderNo) {
        return Optional.ofNullable(reserved.get(orderNo));
    }

    private Money reservedFor(String orderNo) {
        return reserved.getOrDefault(orderNo, Money.ZERO);
    }

    private Map<String, Money> with(String orderNo, Money amount) {
        var next = new HashMap<>(reserved);
        next.put(orderNo, amount);
        return next;
    }
}
