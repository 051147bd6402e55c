package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowEvent.AccountClosed;
import io.coffer.api.accounts.EscrowEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowEvent.EscrowFunded;
import io.coffer.api.accounts.EscrowEvent.EscrowOverfunded;
import io.coffer.api.accounts.EscrowEvent.PayeeBound;
import io.coffer.api.accounts.EscrowEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.EscrowEvent.PaymentItemSettled;
import io.coffer.api.accounts.EscrowEvent.ReleaseApproved;
import io.coffer.api.accounts.EscrowEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.EscrowEvent.ReleaseFailed;
import io.coffer.api.accounts.EscrowEvent.ReleasePaid;
import io.coffer.api.accounts.EscrowEvent.ReleaseRejected;
import io.coffer.api.accounts.EscrowEvent.ReleaseRequested;
import io.coffer.api.accounts.EscrowEvent.TermsAmended;
import io.coffer.api.accounts.EscrowEvent.VirtualAccountAttached;

/** What an account's history adds up to. The sealed pair makes every rule say what it does about an unopened account. */
sealed interface EscrowState permits EscrowState.Unopened, OpenAccount {

    static EscrowState initial() {
        return new Unopened();
    }

    EscrowState after(EscrowEvent event);

    /** Nothing has happened yet. */
    record Unopened() implements EscrowState {
        @Override
        public EscrowState after(EscrowEvent event) {
            if (event instanceof EscrowAccountOpened opened) {
                return OpenAccount.of(opened);
            }
            throw new IllegalStateException("The history of " + event.account() + " does not begin with its opening");
        }
    }

    /** The fold of everything since the opening. */
    static OpenAccount fold(OpenAccount state, EscrowEvent event) {
        return switch (event) {
            case EscrowAccountOpened e -> throw new IllegalStateException(e.account() + " was opened twice");
            case TermsAmended e -> state.withTerms(e.terms());
            case EscrowAccountCancelled _ -> state.withEnding(OpenAccount.Ending.CANCELLED);
            case VirtualAccountAttached e -> state.withNumber(e.number());
            case EscrowFunded e -> state.withBuckets(state.buckets().receive(e.amount()));
            case PaymentItemPartiallyFunded e -> state.withReceived(e.item(), e.received());
            case PaymentItemSettled e -> state.withReceived(e.item(), e.received());
            case EscrowOverfunded e -> state.withExcess(state.excess().plus(e.amount()));
            case ReleaseConditionConfirmed e -> state.withConfirmed(e.condition());
            case PayeeBound e -> state.withPayee(e.payee());
            case ReleaseRequested e -> state.withRelease(e.releaseNo(), Release.of(e));
            case ReleaseApproved e ->
                state.withRelease(e.releaseNo(), state.release(e.releaseNo()).after(e))
                        .withBuckets(state.buckets().reserve(e.amount()));
            case ReleaseRejected e ->
                state.withRelease(e.releaseNo(), state.release(e.releaseNo()).now(Release.Stage.REJECTED));
            case ReleasePaid e ->
                state.withRelease(e.releaseNo(), state.release(e.releaseNo()).now(Release.Stage.PAID))
                        .withBuckets(state.buckets().pay(e.amount()));
            case ReleaseFailed e ->
                state.withRelease(e.releaseNo(), state.release(e.releaseNo()).now(Release.Stage.FAILED))
                        .withBuckets(state.buckets().restore(e.amount()));
            case AccountClosureRequested _ -> state.withEnding(OpenAccount.Ending.CLOSING);
            case AccountClosed _ -> state.withEnding(OpenAccount.Ending.CLOSED);
        };
    }
}
