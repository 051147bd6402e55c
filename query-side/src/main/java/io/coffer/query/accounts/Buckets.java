package io.coffer.query.accounts;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FreezeEvent;
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
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PayoutLeg;
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
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.api.money.Money;

/** Where the account's own money stands. */
record Buckets(Money available, Money inRelease, Money holdback) {

    static final Buckets EMPTY = new Buckets(Money.ZERO, Money.ZERO, Money.ZERO);

    Money total() {
        return available.plus(inRelease).plus(holdback);
    }

    Buckets after(EscrowEvent event) {
        return switch (event) {
            case FundingEvent e -> after(e);
            case ReleaseEvent e -> after(e);
            case ReturnEvent e -> after(e);
            case DeductionEvent e -> after(e);
            case HoldbackEvent e -> after(e);
            case TerminationEvent e -> after(e);
            case AgreementEvent _, ConditionEvent _, PayeeEvent _, FreezeEvent _, ClosureEvent _ -> this;
        };
    }

    private Buckets after(FundingEvent event) {
        return switch (event) {
            case EscrowFunded e -> new Buckets(available.plus(e.amount()), inRelease, holdback);
            case JournalReversed e -> reverse(e);
            case PaymentItemPartiallyFunded _,
                    PaymentItemSettled _,
                    EscrowOverfunded _,
                    ReceiptDeclined _,
                    ReversalDeclined _,
                    ExcessRefunding _,
                    ExcessReturned _ -> this;
        };
    }

    private Buckets reverse(JournalReversed event) {
        return switch (event.credited()) {
            case EXPECTED -> new Buckets(available.minus(event.amount()), inRelease, holdback);
            case HOLDBACK -> new Buckets(available, inRelease, holdback.minus(event.amount()));
            case EXCESS -> this;
        };
    }

    private Buckets after(ReleaseEvent event) {
        return switch (event) {
            case ReleaseApproved e -> promise(e.amount(), Money.ZERO);
            case ReleasePaid e -> new Buckets(available, inRelease.minus(e.amount()), holdback);
            case ReleaseFailed e -> giveBack(e.amount(), e.toHoldback().orElse(Money.ZERO));
            case ReleaseRequested _, ReleaseRejected _ -> this;
        };
    }

    private Buckets after(ReturnEvent event) {
        return switch (event) {
            case ReturnedMoneyRestored e -> new Buckets(available.plus(e.amount()), inRelease, holdback);
            case ReleaseReturned _,
                    LegReturned _,
                    LegReissued _,
                    LegReissueDeclined _,
                    ReissueRequested _,
                    ReissueRejected _,
                    ReleaseReissued _,
                    ReissuePaid _,
                    ReissueFailed _ -> this;
        };
    }

    private Buckets after(DeductionEvent event) {
        return switch (event) {
            case FundsDeducted e -> promise(e.amount(), e.fromHoldback());
            case DeductionRequested _, DeductionRejected _ -> this;
        };
    }

    private Buckets after(HoldbackEvent event) {
        return switch (event) {
            case HoldbackReserved e -> new Buckets(available.minus(e.amount()), inRelease, holdback.plus(e.amount()));
            case HoldbackFunded e -> new Buckets(available, inRelease, holdback.plus(e.amount()));
            case HoldbackReleased e -> {
                var total = PayoutLeg.total(e.legs());
                yield promise(total, total);
            }
            case HoldbackClaimed _,
                    HoldbackClaimAccepted _,
                    HoldbackClaimDisputed _,
                    HoldbackClaimUncontested _,
                    HoldbackClaimWithdrawn _,
                    PropertyHandedOver _,
                    HoldbackSettlementRequested _,
                    HoldbackSettlementRejected _ -> this;
        };
    }

    private Buckets after(TerminationEvent event) {
        return switch (event) {
            case TerminationExecuted e -> promise(PayoutLeg.total(e.legs()), PayoutLeg.totalFromHoldback(e.legs()));
            case TerminationRequested _, TerminationWithdrawn _, TerminationPlanAgreed _, TerminationPlanRejected _ ->
                this;
        };
    }

    /** Sets money apart for exactly one taker. */
    private Buckets promise(Money amount, Money fromHoldback) {
        return new Buckets(
                available.minus(amount.minus(fromHoldback)), inRelease.plus(amount), holdback.minus(fromHoldback));
    }

    /** The taker gave up: the money is back where it came from. */
    private Buckets giveBack(Money amount, Money toHoldback) {
        return new Buckets(
                available.plus(amount.minus(toHoldback)), inRelease.minus(amount), holdback.plus(toHoldback));
    }
}
