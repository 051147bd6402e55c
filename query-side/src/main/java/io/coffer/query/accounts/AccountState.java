package io.coffer.query.accounts;

import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FrozenFunds;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is known of an escrow account after some event; {@link AccountFolding} makes it. */
record AccountState(
        EscrowAccountId account,
        AccountStatus state,
        ContractRef contract,
        List<Party> parties,
        EscrowTerms terms,
        boolean signed,
        int supplementNo,
        CustodyAccount custodyAccount,
        Optional<VirtualAccountId> number,
        Money cameIn,
        Map<PaymentItem, Money> received,
        Buckets buckets,
        Set<ReleaseCondition> confirmed,
        Map<String, PayeeStanding> payees,
        List<Release> releases,
        List<Excess> excess,
        List<Freeze> freezes,
        Holdback holdback,
        Optional<Termination> termination,
        Instant openedAt,
        Optional<Instant> lastMoneyAt,
        Instant changedAt,
        long version,
        long position) {

    Money received(PaymentItem item) {
        return received.getOrDefault(item, Money.ZERO);
    }

    /** What the plan of payments still expects; nothing once the balance was divided. */
    Money missing() {
        return isExecuted()
                ? Money.ZERO
                : terms.plan().stream()
                        .map(planned -> planned.expected().above(received(planned.item())))
                        .reduce(Money.ZERO, Money::plus);
    }

    private boolean isExecuted() {
        return termination.filter(Termination::isExecuted).isPresent();
    }

    /** Whether every part of the divided balance has arrived. */
    boolean isDivided() {
        return isExecuted()
                && buckets.total().isZero()
                && returned().plus(reissued()).isZero();
    }

    /** What the seller has agreed to pay in and has not; nothing once the balance was divided. */
    Money missingHoldback() {
        return terms.holdbackFrom(HoldbackSource.PAID_BY_SELLER)
                .filter(_ -> !isExecuted())
                .map(agreed -> agreed.amount().above(holdback.paidIn()))
                .orElse(Money.ZERO);
    }

    boolean isFunded() {
        return missing().isZero() && missingHoldback().isZero();
    }

    boolean areConditionsMet() {
        return terms.releaseConditions().areMetBy(confirmed);
    }

    List<Release> releases(Release.State wanted) {
        return releases.stream().filter(release -> release.state() == wanted).toList();
    }

    /** What releases ask for; a deduction asks for money that is held anyway. */
    Money undecided() {
        return releases(Release.State.REQUESTED).stream()
                .filter(release -> release.orderNo().isEmpty())
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    Money paidOut() {
        return sum(Release.State.PAID);
    }

    /** What came back and is neither in the account nor on its way again. */
    Money returned() {
        return sum(Release.State.RETURNED).plus(sum(Release.State.REISSUE_REQUESTED));
    }

    /** What the plan did not expect. */
    Money apart() {
        return excess.stream().map(Excess::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What refunds have and have not brought to its payer. It is no part of the balance any more. */
    Money refunding() {
        return releases(Release.State.APPROVED).stream()
                .filter(release -> release.refund().isPresent())
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whether nothing but its refunds keeps a carried out plan from its end. */
    boolean waitsForRefundsOnly() {
        return isExecuted()
                && buckets.total().equals(refunding())
                && returned().isZero()
                && releases(Release.State.REISSUED).stream()
                        .allMatch(release -> release.refund().isPresent());
    }

    /** What came back and is on its way again. */
    Money reissued() {
        return sum(Release.State.REISSUED);
    }

    /** What a new release may ask for: available, less what undecided requests ask for already. */
    Money releasable(Instant at) {
        return state == AccountStatus.RELEASABLE || state == AccountStatus.RELEASING
                ? frozen(at).releasable().above(toBeKept()).above(undecided())
                : Money.ZERO;
    }

    /** What the terms want to be kept of the price and is not yet. */
    Money toBeKept() {
        return terms.holdbackFrom(HoldbackSource.FROM_BUYER_PAYMENT)
                .map(agreed -> agreed.amount().above(holdback.kept()))
                .orElse(Money.ZERO);
    }

    /** What sellers may have of the hold-back. */
    Money unclaimed() {
        return buckets.holdback()
                .above(holdback.claims().stream()
                        .filter(this::isOpen)
                        .map(HoldbackClaim::amount)
                        .reduce(Money.ZERO, Money::plus));
    }

    /** Whether a claim was neither given up nor paid; a leg that failed has paid nothing. */
    boolean isOpen(HoldbackClaim claim) {
        return claim.state() != HoldbackClaim.State.WITHDRAWN
                && claim.leg()
                        .filter(legNo -> releases.stream()
                                .anyMatch(release ->
                                        release.releaseNo().equals(legNo) && release.state() != Release.State.FAILED))
                        .isEmpty();
    }

    /** What the orders in force at this moment leave. */
    FrozenFunds frozen(Instant at) {
        return Claims.of(this, at);
    }

    private Money sum(Release.State wanted) {
        return releases(wanted).stream().map(Release::amount).reduce(Money.ZERO, Money::plus);
    }
}
