package io.coffer.api.accounts;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import java.util.List;
import java.util.Optional;

/** One part of an account's money that goes out to several at once; each part is paid by a payout of its own. */
public sealed interface PayoutLeg permits Leg, TerminationLeg {

    /** One number of its account for ever, whatever the item is. */
    String legNo();

    Payee payee();

    Money amount();

    /** What takes it instead of a payout, and brings it back to its payer. */
    default Optional<RefundId> refund() {
        return Optional.empty();
    }

    /** The part of the amount that comes from the hold-back; the rest was available. */
    Money fromHoldback();

    static Money total(List<? extends PayoutLeg> legs) {
        return legs.stream().map(PayoutLeg::amount).reduce(Money.ZERO, Money::plus);
    }

    static Money totalFromHoldback(List<? extends PayoutLeg> legs) {
        return legs.stream().map(PayoutLeg::fromHoldback).reduce(Money.ZERO, Money::plus);
    }
}
