package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An account that was opened.
 *
 * @param received per planned payment
 * @param excess money beyond the plan, waiting to go back to its payer
 */
record OpenAccount(
        EscrowTerms terms,
        List<Party> parties,
        CustodyAccount custodyAccount,
        Optional<VirtualAccountId> number,
        Buckets buckets,
        Map<PaymentItem, Money> received,
        Money excess,
        Set<ReleaseCondition> confirmed,
        Map<String, Payee> payees,
        Map<String, Release> releases,
        Ending ending)
        implements EscrowState {

    /** How the account's life ends, if it does. */
    enum Ending {
        NONE,
        CANCELLED,
        CLOSING,
        CLOSED
    }

    static OpenAccount of(EscrowAccountOpened event) {
        return new OpenAccount(
                event.terms(),
                event.parties(),
                event.custodyAccount(),
                Optional.empty(),
                Buckets.empty(),
                Map.of(),
                Money.ZERO,
                Set.of(),
                Map.of(),
                Map.of(),
                Ending.NONE);
    }

    @Override
    public EscrowState after(EscrowEvent event) {
        return EscrowState.fold(this, event);
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
        if (!buckets.inRelease().isZero()) {
            return EscrowStatus.RELEASING;
        }
        if (totalReceived().isZero()) {
            return EscrowStatus.OPENED;
        }
        if (!missing().isZero()) {
            return EscrowStatus.FUNDING;
        }
        if (buckets.total().isZero()) {
            return EscrowStatus.COMPLETED;
        }
        return terms.releaseConditions().areMetBy(confirmed) ? EscrowStatus.RELEASABLE : EscrowStatus.FUNDED;
    }

    Money receivedFor(PlannedPayment planned) {
        return received.getOrDefault(planned.item(), Money.ZERO);
    }

    Money totalReceived() {
        return received.values().stream().reduce(Money.ZERO, Money::plus);
    }

    Money missing() {
        return terms.expected().minus(totalReceived());
    }

    /** What may still be promised: requests that wait for their approval count as taken. */
    Money releasable() {
        return buckets.available().above(undecided());
    }

    private Money undecided() {
        return releases.values().stream()
                .filter(Release::isUndecided)
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    Release release(String releaseNo) {
        return Optional.ofNullable(releases.get(releaseNo))
                .orElseThrow(() -> new IllegalStateException("No release " + releaseNo + " in this history"));
    }

    OpenAccount withTerms(EscrowTerms next) {
        return new OpenAccount(
                next, parties, custodyAccount, number, buckets, received, excess, confirmed, payees, releases, ending);
    }

    OpenAccount withNumber(VirtualAccountId next) {
        return new OpenAccount(
                terms,
                parties,
                custodyAccount,
                Optional.of(next),
                buckets,
                received,
                excess,
                confirmed,
                payees,
                releases,
                ending);
    }

    OpenAccount withBuckets(Buckets next) {
        return new OpenAccount(
                terms, parties, custodyAccount, number, next, received, excess, confirmed, payees, releases, ending);
    }

    OpenAccount withReceived(PaymentItem item, Money total) {
        var next = new EnumMap<PaymentItem, Money>(PaymentItem.class);
        next.putAll(received);
        next.put(item, total);
        return new OpenAccount(
                terms,
                parties,
                custodyAccount,
                number,
                buckets,
                Map.copyOf(next),
                excess,
                confirmed,
                payees,
                releases,
                ending);
    }

    OpenAccount withExcess(Money next) {
        return new OpenAccount(
                terms, parties, custodyAccount, number, buckets, received, next, confirmed, payees, releases, ending);
    }

    OpenAccount withConfirmed(ReleaseCondition condition) {
        var next = EnumSet.of(condition);
        next.addAll(confirmed);
        return new OpenAccount(
                terms,
                parties,
                custodyAccount,
                number,
                buckets,
                received,
                excess,
                Set.copyOf(next),
                payees,
                releases,
                ending);
    }

    OpenAccount withPayee(Payee payee) {
        var next = new HashMap<>(payees);
        next.put(payee.partyId(), payee);
        return new OpenAccount(
                terms,
                parties,
                custodyAccount,
                number,
                buckets,
                received,
                excess,
                confirmed,
                Map.copyOf(next),
                releases,
                ending);
    }

    OpenAccount withRelease(String releaseNo, Release release) {
        var next = new HashMap<>(releases);
        next.put(releaseNo, release);
        return new OpenAccount(
                terms,
                parties,
                custodyAccount,
                number,
                buckets,
                received,
                excess,
                confirmed,
                payees,
                Map.copyOf(next),
                ending);
    }

    OpenAccount withEnding(Ending next) {
        return new OpenAccount(
                terms, parties, custodyAccount, number, buckets, received, excess, confirmed, payees, releases, next);
    }
}
