package io.coffer.query.accounts;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.EscrowAgreementSigned;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.ConditionEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeEvent;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeRejected;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnEvent;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.LegReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueFailed;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.ReturnEvent.ReissueRejected;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** An account's state while one event is worked into it. */
final class AccountDraft {

    private final AccountState before;
    private AccountStatus state;
    private EscrowTerms terms;
    private boolean signed;
    private int supplementNo;
    private Optional<VirtualAccountId> number;
    private Money cameIn;
    private final Map<PaymentItem, Money> received = new EnumMap<>(PaymentItem.class);
    private Buckets buckets;
    private final TreeSet<ReleaseCondition> confirmed;
    private final TreeMap<String, PayeeStanding> payees;
    private List<Release> releases;
    private final List<Excess> excess;
    private final List<Freeze> freezes;
    private Holdback holdback;
    private Optional<Termination> termination;
    private Optional<Instant> lastMoneyAt;

    AccountDraft(AccountState before) {
        this.before = before;
        this.state = before.state();
        this.terms = before.terms();
        this.signed = before.signed();
        this.supplementNo = before.supplementNo();
        this.number = before.number();
        this.cameIn = before.cameIn();
        this.received.putAll(before.received());
        this.buckets = before.buckets();
        this.confirmed = new TreeSet<>(before.confirmed());
        this.payees = new TreeMap<>(before.payees());
        this.releases = before.releases();
        this.excess = new ArrayList<>(before.excess());
        this.freezes = new ArrayList<>(before.freezes());
        this.holdback = before.holdback();
        this.termination = before.termination();
        this.lastMoneyAt = before.lastMoneyAt();
    }

    AccountDraft after(EscrowEvent event, Booked booked) {
        var at = booked.bookedAt();
        switch (event) {
            case AgreementEvent e -> agree(e);
            case FundingEvent e -> fund(e, at);
            case ConditionEvent e -> prove(e);
            case PayeeEvent e -> name(e, at);
            case ReleaseEvent e -> release(e, at);
            case ReturnEvent e -> comeBack(e, booked);
            case FreezeEvent e -> freeze(e, booked);
            case DeductionEvent e -> deduct(e, at);
            case HoldbackEvent e -> keep(e, booked);
            case TerminationEvent e -> dissolve(e, booked);
            case ClosureEvent e -> end(e);
        }
        buckets = buckets.after(event);
        return this;
    }

    private void agree(AgreementEvent event) {
        switch (event) {
            case EscrowAccountOpened e -> throw new IllegalStateException("Opened twice: " + e.account());
            case TermsAmended e -> terms = e.terms();
            case EscrowAgreementSigned _ -> signed = true;
            case SupplementSigned e -> {
                terms = e.terms();
                supplementNo = e.supplementNo();
            }
            case VirtualAccountAttached e -> number = Optional.of(e.number());
        }
    }

    private void fund(FundingEvent event, Instant at) {
        switch (event) {
            case EscrowFunded e -> {
                cameIn = cameIn.plus(e.amount());
                lastMoneyAt = Optional.of(at);
            }
            case PaymentItemPartiallyFunded e -> received.put(e.item(), e.received());
            case PaymentItemSettled e -> received.put(e.item(), e.received());
            case EscrowOverfunded e -> excess.add(new Excess(e.receipt(), e.amount(), at, Optional.empty()));
            case JournalReversed e -> reverse(e);
            case ExcessRefunding e ->
                excess.replaceAll(apart -> apart.receipt().equals(e.receipt()) ? apart.refunding(at) : apart);
            case ExcessReturned e -> excess.removeIf(apart -> apart.receipt().equals(e.receipt()));
            case ReceiptDeclined _, ReversalDeclined _ -> {
                // The receipt stays where it is; its own view says why.
            }
        }
    }

    private void reverse(JournalReversed event) {
        switch (event.credited()) {
            case EXPECTED -> cameIn = cameIn.minus(event.amount());
            case HOLDBACK -> {
                cameIn = cameIn.minus(event.amount());
                holdback = holdback.withPaidIn(holdback.paidIn().minus(event.amount()));
            }
            case EXCESS -> excess.removeIf(apart -> apart.receipt().equals(event.receipt()));
        }
    }

    private void prove(ConditionEvent event) {
        switch (event) {
            case ReleaseConditionConfirmed e -> confirmed.add(e.condition());
        }
    }

    private void name(PayeeEvent event, Instant at) {
        switch (event) {
            case PayeeBound e ->
                payees.put(e.payee().partyId(), new PayeeStanding(e.payee(), Optional.empty(), Optional.empty()));
            case PayeeChangeProposed e ->
                payees.computeIfPresent(
                        e.payee().partyId(),
                        (_, standing) -> standing.proposing(
                                new PayeeStanding.Proposed(e.changeNo(), e.payee(), e.requestedBy(), at)));
            case PayeeChanged e ->
                payees.put(
                        e.payee().partyId(),
                        new PayeeStanding(e.payee(), Optional.of(e.effectiveFrom()), Optional.empty()));
            case PayeeChangeRejected e -> payees.computeIfPresent(e.partyId(), (_, standing) -> standing.kept());
        }
    }

    private void release(ReleaseEvent event, Instant at) {
        switch (event) {
            case ReleaseRequested e -> releases = with(Release.of(e, at));
            case ReleaseApproved e ->
                change(e.releaseNo(), release -> release.approved(e.payout(), e.approvalId(), at));
            case ReleaseRejected e ->
                change(e.releaseNo(), release -> release.ended(Release.State.REJECTED, Optional.of(e.reason()), at));
            case ReleasePaid e -> change(e.releaseNo(), release -> release.paid(e.payout(), at));
            case ReleaseFailed e ->
                change(e.releaseNo(), release -> release.ended(Release.State.FAILED, Optional.of(e.reason()), at));
        }
    }

    private void comeBack(ReturnEvent event, Booked booked) {
        var at = booked.bookedAt();
        switch (event) {
            case ReleaseReturned e ->
                change(
                        e.releaseNo(),
                        release -> release.back(
                                Release.State.RETURNED,
                                new Returned(
                                        e.payout(),
                                        release.returned()
                                                .map(Returned::reissueNo)
                                                .orElse(0),
                                        at,
                                        booked.position()),
                                Optional.empty(),
                                at));
            case LegReturned e ->
                change(
                        e.releaseNo(),
                        release -> release.back(
                                Release.State.REISSUED,
                                new Returned(e.payout(), 0, at, booked.position()),
                                Optional.empty(),
                                at));
            case LegReissued _, LegReissueDeclined _ -> {
                // Its refund tells what becomes of it.
            }
            case ReissueRequested e ->
                step(e, Release.State.REISSUE_REQUESTED, Optional.of(e.reissueNo()), Optional.empty(), at);
            case ReissueRejected e -> step(e, Release.State.RETURNED, Optional.empty(), Optional.of(e.reason()), at);
            case ReleaseReissued e ->
                change(e.releaseNo(), release -> release.reissued(e.newPayout(), e.approvalId(), at));
            case ReissuePaid e -> change(e.releaseNo(), release -> release.paid(e.payout(), at));
            case ReissueFailed e -> step(e, Release.State.RETURNED, Optional.empty(), Optional.of(e.reason()), at);
            case ReturnedMoneyRestored e -> step(e, Release.State.RESTORED, Optional.empty(), Optional.empty(), at);
        }
    }

    @SuppressWarnings("TooManyParameters") // What a step changes, apart from what it keeps.
    private void step(
            ReturnEvent event, Release.State next, Optional<Integer> reissueNo, Optional<String> why, Instant at) {
        change(event.releaseNo(), release -> {
            var line = release.returned().orElseThrow();
            return release.back(
                    next,
                    new Returned(line.payout(), reissueNo.orElse(line.reissueNo()), line.at(), line.position()),
                    why,
                    at);
        });
    }

    private void freeze(FreezeEvent event, Booked booked) {
        var at = booked.bookedAt();
        switch (event) {
            case FundsFrozen e -> freezes.add(Freeze.of(e, booked));
            case FreezeRenewed e -> hold(e.orderNo(), freeze -> freeze.until(e.expiresAt(), at));
            case FundsUnfrozen e -> hold(e.orderNo(), freeze -> freeze.ended(Freeze.End.LIFTED, at));
            case FreezeExpired e -> hold(e.orderNo(), freeze -> freeze.ended(Freeze.End.EXPIRED, at));
            case UnfreezeRequested _, RecallRequested _ -> {
                // Nothing changes before another person agrees, or a payout stops.
            }
        }
    }

    private void hold(String orderNo, UnaryOperator<Freeze> how) {
        freezes.replaceAll(freeze -> freeze.order().orderNo().equals(orderNo) ? how.apply(freeze) : freeze);
    }

    private void deduct(DeductionEvent event, Instant at) {
        switch (event) {
            case DeductionRequested e -> releases = with(Release.of(e, at));
            case FundsDeducted e ->
                change(e.deductionNo(), release -> release.approved(e.payout(), e.approvalId(), at));
            case DeductionRejected e ->
                change(e.deductionNo(), release -> release.ended(Release.State.REJECTED, Optional.of(e.reason()), at));
        }
    }

    private void keep(HoldbackEvent event, Booked booked) {
        if (event instanceof HoldbackReleased released) {
            var asked = holdback.pending().orElseThrow();
            released.legs()
                    .forEach(leg -> releases = with(Release.of(
                            leg,
                            asked.requestedBy(),
                            asked.checkersRequired(),
                            PayoutId.ofRelease(released.account(), leg.legNo()),
                            released.approvalId(),
                            booked.bookedAt())));
        }
        if (event instanceof HoldbackFunded paidIn) {
            cameIn = cameIn.plus(paidIn.amount());
            lastMoneyAt = Optional.of(booked.bookedAt());
        }
        holdback = holdback.after(event, booked);
    }

    private void dissolve(TerminationEvent event, Booked booked) {
        if (event instanceof TerminationExecuted executed) {
            var agreed = termination.flatMap(Termination::pending).orElseThrow();
            executed.legs()
                    .forEach(leg -> releases = with(Release.of(
                            leg,
                            agreed.requestedBy(),
                            agreed.checkersRequired(),
                            PayoutId.ofRelease(executed.account(), leg.legNo()),
                            executed.approvalId(),
                            booked.bookedAt())));
        }
        termination = Termination.after(termination, event, booked);
    }

    private void end(ClosureEvent event) {
        switch (event) {
            case EscrowAccountCancelled _ -> state = AccountStatus.CANCELLED;
            case AccountClosureRequested _ -> {
                // The number at the bank is being closed; the account itself changes with AccountClosed.
            }
            case AccountClosed _ -> state = AccountStatus.CLOSED;
        }
    }

    AccountState at(Booked booked) {
        var draft = build(state, booked);
        return build(AccountStatus.of(draft), booked);
    }

    private AccountState build(AccountStatus status, Booked booked) {
        return new AccountState(
                before.account(),
                status,
                before.contract(),
                before.parties(),
                terms,
                signed,
                supplementNo,
                before.custodyAccount(),
                number,
                cameIn,
                Map.copyOf(received),
                buckets,
                java.util.Collections.unmodifiableSet(confirmed),
                java.util.Collections.unmodifiableMap(payees),
                releases,
                List.copyOf(excess),
                List.copyOf(freezes),
                holdback,
                termination,
                before.openedAt(),
                lastMoneyAt,
                booked.bookedAt(),
                booked.sequence(),
                booked.position());
    }

    private List<Release> with(Release release) {
        var all = new ArrayList<>(releases);
        all.add(release);
        return List.copyOf(all);
    }

    private void change(String releaseNo, UnaryOperator<Release> how) {
        if (releases.stream().noneMatch(release -> release.releaseNo().equals(releaseNo))) {
            throw new IllegalStateException("No release " + releaseNo);
        }
        releases = releases.stream()
                .map(release -> release.releaseNo().equals(releaseNo) ? how.apply(release) : release)
                .toList();
    }
}
