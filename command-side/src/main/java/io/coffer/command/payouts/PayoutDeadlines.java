package io.coffer.command.payouts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.ClearAll;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Set;
import java.time.Instant;
import java.util.List;

/** What has to happen next to a payout, and when. */
final class PayoutDeadlines implements DeadlineRule {

    static final String SUBMIT = "payout.submit";
    static final String OUTCOME_DUE = "payout.outcome-due";
    static final String QUERY = "payout.query";

    private final PayoutTimes times;

    PayoutDeadlines(PayoutTimes times) {
        this.times = times;
    }

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return event instanceof PayoutEvent payout ? next(payout, bookedAt) : List.of();
    }

    private List<DeadlineChange> next(PayoutEvent event, Instant bookedAt) {
        return switch (event) {
            case PayoutCreated _ -> only(SUBMIT, bookedAt);
            // Whoever claimed the call may have died in it. Then nobody knows, and the bank is asked.
            case PayoutSubmitting _ -> only(OUTCOME_DUE, bookedAt.plus(times.callDeadline()));
            case PayoutSubmitted _, PayoutResultUnknown _ -> only(QUERY, bookedAt.plus(times.firstQuery()));
            case PayoutNotFound _ -> only(SUBMIT, bookedAt.plus(times.quietTime()));
            case PayoutSucceeded _, PayoutFailed _ -> List.of(new ClearAll());
            case PayoutResolutionRequested _,
                    PayoutOutcomeContradicted _,
                    PayoutReturnAnnounced _,
                    PayoutReturnContradicted _,
                    PayoutReturned _ -> List.of();
        };
    }

    // A payout has one next step; whatever was next before is not any more.
    private static List<DeadlineChange> only(String name, Instant due) {
        return List.of(new ClearAll(), new Set(name, due));
    }
}
