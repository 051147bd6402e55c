package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What takers other than fees want of B: each gets all of it or waits.
 *
 * @param all the oldest first; what was taken or ended is forgotten
 */
record FundsClaims(List<Claim> all) {

    FundsClaims {
        all = List.copyOf(all);
    }

    /**
     * What one taker wants.
     *
     * @param gap what was missing of it when that was looked at last; zero once it is set aside
     */
    record Claim(FundsTaker taker, Money amount, Money gap) {

        boolean waits() {
            return !gap.isZero();
        }
    }

    static FundsClaims none() {
        return new FundsClaims(List.of());
    }

    Optional<Claim> of(FundsTaker taker) {
        return all.stream().filter(claim -> claim.taker().equals(taker)).findFirst();
    }

    List<Claim> waiting() {
        return all.stream().filter(Claim::waits).toList();
    }

    FundsClaims after(MerchantFundsReserved event) {
        return with(new Claim(event.taker(), event.amount(), Money.ZERO));
    }

    FundsClaims after(MerchantFundsAwaited event) {
        return with(new Claim(event.taker(), event.amount(), event.gap()));
    }

    FundsClaims without(FundsTaker taker) {
        return new FundsClaims(
                all.stream().filter(claim -> !claim.taker().equals(taker)).toList());
    }

    /** In its place, so that nobody who waits longer is overtaken. */
    private FundsClaims with(Claim claim) {
        if (of(claim.taker()).isEmpty()) {
            var next = new ArrayList<>(all);
            next.add(claim);
            return new FundsClaims(next);
        }
        return new FundsClaims(all.stream()
                .map(known -> known.taker().equals(claim.taker()) ? claim : known)
                .toList());
    }
}
