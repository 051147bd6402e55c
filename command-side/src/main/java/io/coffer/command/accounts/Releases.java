package io.coffer.command.accounts;

import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every release that was asked for, by its number. */
record Releases(Map<String, Release> byNumber) {

    static Releases none() {
        return new Releases(Map.of());
    }

    Releases after(ReleaseEvent event) {
        return switch (event) {
            case ReleaseRequested e -> with(e.releaseNo(), Release.of(e));
            case ReleaseApproved e -> with(e.releaseNo(), known(e.releaseNo()).after(e));
            case ReleaseRejected e -> with(e.releaseNo(), known(e.releaseNo()).now(Release.Stage.REJECTED));
            case ReleasePaid e -> with(e.releaseNo(), known(e.releaseNo()).after(e));
            case ReleaseFailed e -> with(e.releaseNo(), known(e.releaseNo()).after(e));
        };
    }

    Releases after(DeductionEvent event) {
        return switch (event) {
            case DeductionRequested _, DeductionRejected _ -> this;
            case FundsDeducted e -> with(e.deductionNo(), Release.of(e));
        };
    }

    Releases after(HoldbackEvent event) {
        return event instanceof HoldbackReleased e ? with(e.account(), e.legs()) : this;
    }

    Releases after(TerminationEvent event) {
        return event instanceof TerminationExecuted e ? with(e.account(), e.legs()) : this;
    }

    private Releases with(EscrowAccountId account, List<? extends PayoutLeg> legs) {
        var next = this;
        for (var leg : legs) {
            next = next.with(leg.legNo(), Release.of(account, leg));
        }
        return next;
    }

    /** The sum of requests that wait for a decision. */
    Money undecided() {
        return Release.total(
                byNumber.values().stream().filter(Release::isUndecided).toList());
    }

    /** What payouts have and have not paid yet, in the order of its numbers. */
    List<Release> promised(Predicate<String> numbers) {
        return new TreeMap<>(byNumber)
                .entrySet().stream()
                        .filter(item -> numbers.test(item.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(release -> release.stage() == Release.Stage.APPROVED)
                        .toList();
    }

    /** The sum of what these items took from the hold-back. */
    Money takenFromHoldback(Predicate<String> numbers) {
        return byNumber.entrySet().stream()
                .filter(item -> numbers.test(item.getKey()))
                .map(item -> item.getValue().fromHoldback())
                .reduce(Money.ZERO, Money::plus);
    }

    Optional<Release> find(String releaseNo) {
        return Optional.ofNullable(byNumber.get(releaseNo));
    }

    private Release known(String releaseNo) {
        return find(releaseNo)
                .orElseThrow(() -> new IllegalStateException("No release " + releaseNo + " in this history"));
    }

    private Releases with(String releaseNo, Release release) {
        var next = new HashMap<>(byNumber);
        next.put(releaseNo, release);
        return new Releases(Map.copyOf(next));
    }
}
