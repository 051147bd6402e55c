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
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account that was opened: the fold of everything since. */
record OpenAccount(Agreement agreement, Funds funds, Outflow outflow, Ending ending) implements EscrowState {

    /** How the account's life ends, if it does. */
    enum Ending {
        NONE,
        CANCELLED,
        CLOSING,
        CLOSED
    }

    static OpenAccount of(EscrowAccountOpened event) {
        return new OpenAccount(
                new Agreement(event.terms(), event.parties(), event.custodyAccount(), Optional.empty()),
                Funds.none(),
                Outflow.none(),
                Ending.NONE);
    }

    @Override
    public OpenAccount after(EscrowEvent event) {
        return switch (event) {
            case EscrowAccountOpened e -> throw new IllegalStateException(e.account() + " was opened twice");
            case TermsAmended e -> with(agreement.withTerms(e.terms()));
            case VirtualAccountAttached e -> with(agreement.withNumber(e.number()));
            case EscrowFunded e -> with(buckets().receive(e.amount()));
            case PaymentItemPartiallyFunded e -> with(funds.withReceived(e.item(), e.received()));
            case PaymentItemSettled e -> with(funds.withReceived(e.item(), e.received()));
            case EscrowOverfunded e -> with(funds.withMoreExcess(e.amount()));
            case ReleaseConditionConfirmed e -> with(outflow.withConfirmed(e.condition()));
            case PayeeBound e -> with(outflow.withPayee(e.payee()));
            case ReleaseRequested e -> with(e.releaseNo(), Release.of(e));
            case ReleaseApproved e ->
                with(e.releaseNo(), release(e.releaseNo()).after(e))
                        .with(buckets().reserve(e.amount()));
            case ReleaseRejected e -> with(e.releaseNo(), release(e.releaseNo()).now(Release.Stage.REJECTED));
            case ReleasePaid e ->
                with(e.releaseNo(), release(e.releaseNo()).now(Release.Stage.PAID))
                        .with(buckets().pay(e.amount()));
            case ReleaseFailed e ->
                with(e.releaseNo(), release(e.releaseNo()).now(Release.Stage.FAILED))
                        .with(buckets().restore(e.amount()));
            case EscrowAccountCancelled _ -> with(Ending.CANCELLED);
            case AccountClosureRequested _ -> with(Ending.CLOSING);
            case AccountClosed _ -> with(Ending.CLOSED);
        };
    }

    EscrowStatus status() {
        return switch (ending) {
            case CANCELLED -> EscrowStatus.CANCELLED;
            case CLOSING -> EscrowStatus.CLOSING;
            case CLOSED -> EscrowStatus.CLOSED;
            case NONE -> living();
        };
    }

    private EscrowStatus living() {
        if (!buckets().inRelease().isZero()) {
            return EscrowStatus.RELEASING;
        }
        if (totalReceived().isZero()) {
            return EscrowStatus.OPENED;
        }
        if (!missing().isZero()) {
            return EscrowStatus.FUNDING;
        }
        if (buckets().total().isZero()) {
            return EscrowStatus.COMPLETED;
        }
        return terms().releaseConditions().areMetBy(confirmed()) ? EscrowStatus.RELEASABLE : EscrowStatus.FUNDED;
    }

    Money receivedFor(PlannedPayment planned) {
        return funds.received().getOrDefault(planned.item(), Money.ZERO);
    }

    Money totalReceived() {
        return funds.totalReceived();
    }

    Money missing() {
        return terms().expected().minus(totalReceived());
    }

    /** What may still be promised: requests that wait for their approval count as taken. */
    Money releasable() {
        return buckets().available().above(outflow.undecided());
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

    Optional<VirtualAccountId> number() {
        return agreement.number();
    }

    Buckets buckets() {
        return funds.buckets();
    }

    Money excess() {
        return funds.excess();
    }

    Set<ReleaseCondition> confirmed() {
        return outflow.confirmed();
    }

    Map<String, Payee> payees() {
        return outflow.payees();
    }

    Map<String, Release> releases() {
        return outflow.releases();
    }

    private Release release(String releaseNo) {
        return outflow.release(releaseNo);
    }

    private OpenAccount with(Agreement next) {
        return new OpenAccount(next, funds, outflow, ending);
    }

    private OpenAccount with(Funds next) {
        return new OpenAccount(agreement, next, outflow, ending);
    }

    private OpenAccount with(Buckets next) {
        return with(funds.withBuckets(next));
    }

    private OpenAccount with(Outflow next) {
        return new OpenAccount(agreement, funds, next, ending);
    }

    private OpenAccount with(String releaseNo, Release release) {
        return with(outflow.withRelease(releaseNo, release));
    }

    private OpenAccount with(Ending next) {
        return new OpenAccount(agreement, funds, outflow, next);
    }
}
