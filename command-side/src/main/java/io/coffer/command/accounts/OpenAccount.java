package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeEvent;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FrozenFunds;
import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReturnEvent;
import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An account that was opened: the fold of everything since, a part for each family of events. */
record OpenAccount(
        Agreement agreement,
        Buckets buckets,
        Funding funding,
        Conditions conditions,
        Payees payees,
        Releases releases,
        Returns returns,
        Freezes freezes,
        Deductions deductions,
        Holdback holdback,
        Termination termination,
        Ending ending)
        implements EscrowState {

    static OpenAccount of(EscrowAccountOpened event) {
        return new OpenAccount(
                Agreement.of(event),
                Buckets.empty(),
                Funding.none(),
                Conditions.none(),
                Payees.none(),
                Releases.none(),
                Returns.none(),
                Freezes.none(),
                Deductions.none(),
                Holdback.none(),
                Termination.none(),
                Ending.NONE);
    }

    @Override
    public OpenAccount after(EscrowEvent event) {
        var draft = new Draft(this);
        switch (event) {
            case AgreementEvent e -> draft.agreement = agreement.after(e);
            case FundingEvent e -> {
                draft.funding = funding.after(e);
                draft.holdback = holdback.after(e);
            }
            case ConditionEvent e -> draft.conditions = conditions.after(e);
            case PayeeEvent e -> draft.payees = payees.after(e);
            case ReleaseEvent e -> draft.releases = releases.after(e);
            case ReturnEvent e -> draft.returns = returns.after(e);
            case FreezeEvent e -> draft.freezes = freezes.after(e);
            case DeductionEvent e -> {
                draft.deductions = deductions.after(e);
                draft.releases = releases.after(e);
            }
            case HoldbackEvent e -> {
                draft.holdback = holdback.after(e);
                draft.funding = funding.after(e);
                draft.releases = releases.after(e);
            }
            case TerminationEvent e -> {
                draft.termination = termination.after(e);
                draft.releases = releases.after(e);
            }
            case ClosureEvent e -> draft.ending = Ending.of(e);
        }
        draft.buckets = buckets.after(event);
        return draft.account();
    }

    EscrowStatus status() {
        return switch (ending) {
            case CANCELLED -> EscrowStatus.CANCELLED;
            case CLOSING -> EscrowStatus.CLOSING;
            case CLOSED -> EscrowStatus.CLOSED;
            case NONE -> termination.isUnderWay() ? dissolving() : living();
        };
    }

    private EscrowStatus dissolving() {
        return termination.isExecuted()
                        && buckets.total().isZero()
                        && returns.open().isEmpty()
                ? EscrowStatus.TERMINATED
                : EscrowStatus.TERMINATING;
    }

    private EscrowStatus living() {
        if (!buckets.inRelease().isZero() || !returns.open().isEmpty()) {
            return EscrowStatus.RELEASING;
        }
        if (cameIn().isZero()) {
            return EscrowStatus.OPENED;
        }
        if (!isFunded()) {
            return EscrowStatus.FUNDING;
        }
        if (buckets.total().isZero()) {
            return EscrowStatus.COMPLETED;
        }
        if (buckets.available().isZero()) {
            return EscrowStatus.HELD_BACK;
        }
        return mayRelease() ? EscrowStatus.RELEASABLE : EscrowStatus.FUNDED;
    }

    /** Whether the terms of today let money go: a supplement may have asked for more since a release was requested. */
    boolean mayRelease() {
        return !termination.isUnderWay()
                && isFunded()
                && terms().releaseConditions().areMetBy(conditions.confirmed());
    }

    Money receivedFor(PlannedPayment planned) {
        return funding.received().getOrDefault(planned.item(), Money.ZERO);
    }

    Money totalReceived() {
        return funding.total();
    }

    /** What the plan of payments still expects; nothing once the balance was divided. */
    Money missing() {
        return termination.isExecuted() ? Money.ZERO : terms().expected().minus(totalReceived());
    }

    /** What the seller has agreed to pay in and has not; nothing once the balance was divided. */
    Money missingHoldback() {
        return terms().holdbackFrom(HoldbackSource.PAID_BY_SELLER)
                .filter(_ -> !termination.isExecuted())
                .map(agreed -> agreed.amount().above(holdback.paidIn()))
                .orElse(Money.ZERO);
    }

    /** Whether all that the terms expect is here; before that no money leaves, so that no seller goes without paying in. */
    private boolean isFunded() {
        return missing().isZero() && missingHoldback().isZero();
    }

    /** What was credited here, of the price and of the seller's hold-back. */
    Money cameIn() {
        return totalReceived().plus(holdback.paidIn());
    }

    /** What may still be promised: requests that wait for their approval count as taken. */
    Money releasable(Instant at) {
        return approvable(at).above(releases.undecided());
    }

    /** What neither an order nor a request holds, whatever is to be kept back of it. */
    Money unpromised(Instant at) {
        return frozen(at).releasable().above(releases.undecided());
    }

    /** What may be promised now: what is to be kept back stays. */
    Money approvable(Instant at) {
        return frozen(at).releasable().above(toBeKept());
    }

    /** What the terms want to be kept of the price and is not yet. */
    Money toBeKept() {
        return terms().holdbackFrom(HoldbackSource.FROM_BUYER_PAYMENT)
                .map(agreed -> agreed.amount().above(holdback.kept()))
                .orElse(Money.ZERO);
    }

    /** What of the balance came as a loan: whatever was paid out so far counts as the buyer's money first. */
    Money loanThatIsHere() {
        return funding.of(PaymentItem.LOAN_PROCEEDS)
                .above(legsThatLeft(leg -> agreement.isParty(leg.payee().partyId(), PartyRole.LENDER)))
                .min(buckets.total().above(paidInThatIsHere()));
    }

    /**
     * What of the balance the seller paid in: his own money, no part of the price nor of a loan. What left the hold-back
     * counts as kept of the price first, and what carried out plans gave to sellers as theirs first.
     */
    Money paidInThatIsHere() {
        var left = releases.takenFromHoldback(itemNo -> hasLeft(itemNo) && !termination.hasPart(itemNo));
        var paidIn = holdback.paidIn();
        return paidIn.min(paidIn.plus(holdback.kept()).above(left))
                .above(legsThatLeft(leg -> agreement.isSeller(leg.payee().partyId())))
                .min(buckets.total());
    }

    /** The sum of those parts of carried out plans that are paid or on their way. */
    Money legsThatLeft(Predicate<TerminationLeg> which) {
        return termination.legs().values().stream()
                .filter(which)
                .filter(leg -> hasLeft(leg.legNo()))
                .map(TerminationLeg::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whether the money of an item is neither in the account nor refused. */
    boolean hasLeft(String itemNo) {
        return releases.find(itemNo).filter(Release::isTaken).isPresent() && !returns.isRestored(itemNo);
    }

    /** Whether a bank refused an item's money, or gave it back. */
    boolean wasRefused(String itemNo) {
        return releases.find(itemNo).filter(Release::wasRefused).isPresent() || returns.isRestored(itemNo);
    }

    /** What sellers may have of the hold-back. */
    Money unclaimed() {
        return buckets.holdback()
                .above(holdback.claims().values().stream()
                        .filter(this::isOpen)
                        .map(HoldbackClaim::amount)
                        .reduce(Money.ZERO, Money::plus));
    }

    /** Whether a claim was neither given up nor paid; a leg that failed has paid nothing. */
    boolean isOpen(HoldbackClaim claim) {
        return claim.stage() != HoldbackClaim.Stage.WITHDRAWN
                && claim.leg().flatMap(releases::find).filter(Release::isTaken).isEmpty();
    }

    /** What refunds have and have not brought to its payer. It is no part of the balance any more. */
    Money refunding() {
        return Release.total(releases.byNumber().values().stream()
                .filter(Release::isRefunding)
                .toList());
    }

    /** Whether nothing but its refunds keeps a carried out plan from its end. */
    boolean waitsForRefundsOnly() {
        return termination.isExecuted()
                && buckets.total().equals(refunding())
                && returns.open().values().stream().allMatch(back -> back.stage() == Returned.Stage.REFUNDING);
    }

    /** What the orders in force at this moment leave. */
    FrozenFunds frozen(Instant at) {
        return FreezeClaims.of(this, at);
    }

    FrozenFunds frozenWith(FreezeOrder another, Instant at) {
        return FreezeClaims.of(this, another, at);
    }

    /** What payouts to parties have already. What a court has taken would go back to its own order. */
    Money promisedToParties() {
        return Release.total(promisesToParties());
    }

    List<Release> promisesToParties() {
        return releases.promised(itemNo -> deductions.find(itemNo).isEmpty());
    }

    /** Whether a release, a deduction or a leg has this number. */
    boolean isTaken(String itemNo) {
        return releases.find(itemNo).isPresent()
                || deductions.find(itemNo).isPresent()
                || holdback.asksFor(itemNo)
                || termination.asksFor(itemNo);
    }

    EscrowTerms terms() {
        return agreement.terms();
    }

    List<Party> parties() {
        return agreement.parties();
    }

    CustodyAccount custodyAccount() {
        return agreement.custodyAccount();
    }

    /** The refusal of what is possible in other states only. */
    Decision<EscrowEvent> onlyIn(EscrowStatus... allowed) {
        return reject(notIn(allowed));
    }

    NotInThisState notIn(EscrowStatus... allowed) {
        return new NotInThisState(
                status().name(), Stream.of(allowed).map(Enum::name).toList());
    }

    /** The parts while one event is worked into them. */
    private static final class Draft {

        private Agreement agreement;
        private Buckets buckets;
        private Funding funding;
        private Conditions conditions;
        private Payees payees;
        private Releases releases;
        private Returns returns;
        private Freezes freezes;
        private Deductions deductions;
        private Holdback holdback;
        private Termination termination;
        private Ending ending;

        Draft(OpenAccount before) {
            agreement = before.agreement;
            buckets = before.buckets;
            funding = before.funding;
            conditions = before.conditions;
            payees = before.payees;
            releases = before.releases;
            returns = before.returns;
            freezes = before.freezes;
            deductions = before.deductions;
            holdback = before.holdback;
            termination = before.termination;
            ending = before.ending;
        }

        OpenAccount account() {
            return new OpenAccount(
                    agreement,
                    buckets,
                    funding,
                    conditions,
                    payees,
                    releases,
                    returns,
                    freezes,
                    deductions,
                    holdback,
                    termination,
                    ending);
        }
    }
}
