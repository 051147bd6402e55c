package io.coffer.api.splits;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import java.util.List;

/** What one payee gets of a split, or gives back of it. */
public record SplitLeg(MerchantFeeAccountId payee, Money amount) {

    public static Money total(List<SplitLeg> legs) {
        return legs.stream().map(SplitLeg::amount).reduce(Money.ZERO, Money::plus);
    }
}
