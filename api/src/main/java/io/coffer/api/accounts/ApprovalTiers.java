package io.coffer.api.accounts;

import io.coffer.api.money.Money;

/**
 * How many checkers a release needs by its amount ({@code domain.md} 1.14).
 *
 * @param oneCheckerFrom from this amount on one checker; below it the confirmed conditions approve
 * @param twoCheckersAbove above this amount two checkers
 */
public record ApprovalTiers(Money oneCheckerFrom, Money twoCheckersAbove) {

    public static ApprovalTiers standard() {
        return new ApprovalTiers(Money.yuan(50_000), Money.yuan(1_000_000));
    }

    public int checkersFor(Money amount) {
        if (amount.exceeds(twoCheckersAbove)) {
            return 2;
        }
        return amount.compareTo(oneCheckerFrom) >= 0 ? 1 : 0;
    }
}
