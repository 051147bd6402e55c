package io.coffer.api.refunds;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RecoveryLeg.Payee;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Out of what a refund is paid after its payment was split ({@code domain.md} 1.5, R5): leg by leg, and who bears it. */
public record RecoveryPlan(List<RecoveryLeg> legs) {

    public RecoveryPlan {
        legs = List.copyOf(legs);
    }

    public Money total() {
        return sum(_ -> true);
    }

    /** What payees give back. */
    public Money fromPayees() {
        return sum(Payee.class::isInstance);
    }

    /** What the contract's merchant adds. */
    public Money fromMerchant() {
        return sum(RecoveryLeg.Merchant.class::isInstance);
    }

    public boolean asksMerchant() {
        return !fromMerchant().isZero();
    }

    /** Of which splits payees give back, in the order of the plan. */
    public List<SplitId> splits() {
        return payees().map(Payee::split).distinct().toList();
    }

    /** What payees give back of one split, each all of it at once. */
    public List<SplitLeg> legsOf(SplitId split) {
        var sums = new LinkedHashMap<MerchantFeeAccountId, Money>();
        payees().filter(leg -> leg.split().equals(split))
                .forEach(leg -> sums.merge(leg.payee(), leg.amount(), Money::plus));
        return sums.entrySet().stream()
                .map(sum -> new SplitLeg(sum.getKey(), sum.getValue()))
                .toList();
    }

    private Stream<Payee> payees() {
        return legs.stream().filter(Payee.class::isInstance).map(Payee.class::cast);
    }

    private Money sum(Predicate<RecoveryLeg> which) {
        return legs.stream().filter(which).map(RecoveryLeg::amount).reduce(Money.ZERO, Money::plus);
    }
}
