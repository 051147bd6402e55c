package io.coffer.api.accounts;

import io.coffer.api.money.Money;
import java.util.List;

/**
 * What the parties agreed, pinned at opening: the payment plan, when money may leave, and how many people approve.
 *
 * @param agreementVersion the version of the city's agreement text
 */
public record EscrowTerms(
        String agreementVersion, List<PlannedPayment> plan, ReleaseConditions releaseConditions, ApprovalTiers tiers) {

    public EscrowTerms {
        plan = List.copyOf(plan);
    }

    /** The sum of all planned payments. Throws {@link ArithmeticException} when it does not fit. */
    public Money expected() {
        return plan.stream().map(PlannedPayment::expected).reduce(Money.ZERO, Money::plus);
    }
}
