package io.coffer.command.accounts;

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
import io.coffer.command.accounts.Returned.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything that ever came back, by the release that it was paid out for.
 *
 * @param judgements of which account of its refund's was said last whether a part may go there
 */
record Returns(Map<String, Returned> byRelease, Map<String, Integer> judgements) {

    static Returns none() {
        return new Returns(Map.of(), Map.of());
    }

    Returns after(ReturnEvent event) {
        return switch (event) {
            case ReleaseReturned e ->
                with(
                        e.releaseNo(),
                        Returned.of(
                                e, find(e.releaseNo()).map(Returned::reissues).orElse(0)));
            case LegReturned e -> with(e.releaseNo(), Returned.of(e));
            case LegReissued e -> {
                var next = find(e.releaseNo()).isPresent() ? change(e, returned -> returned.after(e)) : this;
                yield next.judging(e.releaseNo(), e.rerouteNo());
            }
            case LegReissueDeclined e -> judging(e.releaseNo(), e.rerouteNo());
            case ReissueRequested e -> change(e, returned -> returned.after(e));
            case ReissueRejected e -> change(e, returned -> returned.now(Stage.UNDECIDED));
            case ReleaseReissued e -> change(e, returned -> returned.now(Stage.REISSUED));
            case ReissuePaid e -> change(e, returned -> returned.now(Stage.PAID_AGAIN));
            case ReissueFailed e -> change(e, returned -> returned.now(Stage.UNDECIDED));
            case ReturnedMoneyRestored e -> change(e, returned -> returned.now(Stage.RESTORED));
        };
    }

    /** The highest number that an account of the part's refund had; zero before the first. */
    int judged(String releaseNo) {
        return judgements.getOrDefault(releaseNo, 0);
    }

    Optional<Returned> find(String releaseNo) {
        return Optional.ofNullable(byRelease.get(releaseNo));
    }

    /** What is neither in the account nor gone, in the order of its release numbers. */
    Map<String, Returned> open() {
        var open = new TreeMap<String, Returned>();
        byRelease.forEach((releaseNo, returned) -> {
            if (returned.isOpen()) {
                open.put(releaseNo, returned);
            }
        });
        return open;
    }

    boolean isRestored(String itemNo) {
        return find(itemNo)
                .filter(returned -> returned.stage() == Stage.RESTORED)
                .isPresent();
    }

    private Returns change(ReturnEvent event, UnaryOperator<Returned> how) {
        return with(
                event.releaseNo(),
                how.apply(find(event.releaseNo())
                        .orElseThrow(() ->
                                new IllegalStateException("Nothing of " + event.releaseNo() + " came back here"))));
    }

    private Returns with(String releaseNo, Returned returned) {
        var next = new HashMap<>(byRelease);
        next.put(releaseNo, returned);
        return new Returns(Map.copyOf(next), judgements);
    }

    private Returns judging(String releaseNo, int rerouteNo) {
        var next = new HashMap<>(judgements);
        next.put(releaseNo, rerouteNo);
        return new Returns(byRelease, Map.copyOf(next));
    }
}
