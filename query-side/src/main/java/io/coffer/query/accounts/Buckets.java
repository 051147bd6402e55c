package io.coffer.query.accounts;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnEvent;
import io.coffer.api.accounts.ReturnEvent.ReissueFailed;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.ReturnEvent.ReissueRejected;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
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
            case AgreementEvent _, ConditionEvent _, PayeeEvent _, ClosureEvent _ -> this;
        };
    }

    private Buckets after(FundingEvent event) {
        return switch (event) {
            case EscrowFunded e -> new Buckets(available.plus(e.amount()), inRelease, holdback);
            case PaymentItemPartiallyFunded _, PaymentItemSettled _, EscrowOverfunded _ -> this;
        };
    }

    private Buckets after(ReleaseEvent event) {
        return switch (event) {
            case ReleaseApproved e -> new Buckets(available.minus(e.amount()), inRelease.plus(e.amount()), holdback);
            case ReleasePaid e -> new Buckets(available, inRelease.minus(e.amount()), holdback);
            case ReleaseFailed e -> new Buckets(available.plus(e.amount()), inRelease.minus(e.amount()), holdback);
            case ReleaseRequested _, ReleaseRejected _ -> this;
        };
    }

    private Buckets after(ReturnEvent event) {
        return switch (event) {
            case ReturnedMoneyRestored e -> new Buckets(available.plus(e.amount()), inRelease, holdback);
            case ReleaseReturned _,
                    ReissueRequested _,
                    ReissueRejected _,
                    ReleaseReissued _,
                    ReissuePaid _,
                    ReissueFailed _ -> this;
        };
    }
}
