package io.coffer.api.accounts;

import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the parties agreed, pinned at opening: the payment plan, when money may leave, and how many people approve.
 *
 * @param agreementVersion the version of the city's agreement text
 * @param freezes how long freezes last; the standard when absent
 * @param holdback what stays until handover; absent: nothing
 */
public record EscrowTerms(
        String agreementVersion,
        List<PlannedPayment> plan,
        ReleaseConditions releaseConditions,
        ApprovalTiers tiers,
        Optional<FreezeTerms> freezes,
        Optional<HoldbackTerms> holdback) {

    public EscrowTerms {
        plan = List.copyOf(plan);
    }

    /** Terms with nothing special about them. */
    public static EscrowTerms plain(
            String agreementVersion, List<PlannedPayment> plan, ReleaseConditions conditions, ApprovalTiers tiers) {
        return new EscrowTerms(agreementVersion, plan, conditions, tiers, Optional.empty(), Optional.empty());
    }

    public FreezeTerms freezeTerms() {
        return freezes.orElseGet(FreezeTerms::standard);
    }

    /** What is agreed about a hold-back from there. */
    public Optional<HoldbackTerms> holdbackFrom(HoldbackSource source) {
        return holdback.filter(terms -> terms.source() == source);
    }

    /** The sum of all planned payments. Throws {@link ArithmeticException} when it does not fit. */
    public Money expected() {
        return plan.stream().map(PlannedPayment::expected).reduce(Money.ZERO, Money::plus);
    }
}
