package io.coffer.command.accounts;

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

/** The three places where a fen of an account can stand, and the only code that moves one. */
record Buckets(Money available, Money inRelease, Money holdback) {

    static Buckets empty() {
        return new Buckets(Money.ZERO, Money.ZERO, Money.ZERO);
    }

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
            case EscrowFunded e -> receive(e.amount());
            case PaymentItemPartiallyFunded _, PaymentItemSettled _, EscrowOverfunded _ -> this;
        };
    }

    private Buckets after(ReleaseEvent event) {
        return switch (event) {
            case ReleaseApproved e -> reserve(e.amount());
            case ReleasePaid e -> pay(e.amount());
            case ReleaseFailed e -> restore(e.amount());
            case ReleaseRequested _, ReleaseRejected _ -> this;
        };
    }

    private Buckets after(ReturnEvent event) {
        return switch (event) {
            case ReturnedMoneyRestored e -> receive(e.amount());
            // What came back stands under its payout's number, in no bucket.
            case ReleaseReturned _,
                    ReissueRequested _,
                    ReissueRejected _,
                    ReleaseReissued _,
                    ReissuePaid _,
                    ReissueFailed _ -> this;
        };
    }

    private Buckets receive(Money amount) {
        return new Buckets(available.plus(amount), inRelease, holdback);
    }

    /** Promises available money to one taker. */
    private Buckets reserve(Money amount) {
        return new Buckets(available.minus(amount), inRelease.plus(amount), holdback);
    }

    /** The taker gave up: the money is available again. */
    private Buckets restore(Money amount) {
        return new Buckets(available.plus(amount), inRelease.minus(amount), holdback);
    }

    /** The taker was paid: the money is gone. */
    private Buckets pay(Money amount) {
        return new Buckets(available, inRelease.minus(amount), holdback);
    }
}
