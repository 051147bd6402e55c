package io.coffer.command.refunds;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.ClearAll;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Set;
import java.time.Instant;
import java.util.List;

/** What has to happen next to a refund at its channel, and when. */
final class RefundDeadlines implements DeadlineRule {

    static final String SUBMIT = "refund.submit";
    static final String OUTCOME_DUE = "refund.outcome-due";
    static final String QUERY = "refund.query";

    private final RefundTimes times;

    RefundDeadlines(RefundTimes times) {
        this.times = times;
    }

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return event instanceof RefundEvent refund ? next(refund, bookedAt) : List.of();
    }

    private List<DeadlineChange> next(RefundEvent event, Instant bookedAt) {
        return switch (event) {
            case RefundEvent.RefundFunded e when e.route() instanceof RefundRoute.ByChannel -> only(SUBMIT, bookedAt);
            // Whoever claimed the call may have died in it. Then nobody knows, and the channel is asked.
            case RefundEvent.RefundSubmitted _ -> only(OUTCOME_DUE, bookedAt.plus(times.callDeadline()));
            case RefundEvent.RefundPending _, RefundEvent.RefundResultUnknown _ ->
                only(QUERY, bookedAt.plus(times.firstQuery()));
            case RefundEvent.RefundNotFound _ -> only(SUBMIT, bookedAt.plus(times.quietTime()));
            case RefundEvent.RefundFailed e
            when e.failure() == RefundFailure.RETRYABLE -> only(SUBMIT, bookedAt.plus(times.quietTime()));
            // The plan follows its refusal, and takes the place of what was next.
            case RefundEvent.RefundRetryPlanned e -> only(SUBMIT, e.at());
            case RefundEvent.RefundRetryWanted _ -> only(SUBMIT, bookedAt);
            case RefundEvent.RefundFailed _,
                    RefundEvent.RefundRetriesExhausted _,
                    RefundEvent.RefundSucceeded _,
                    RefundEvent.RefundCancelled _ -> List.of(new ClearAll());
            case RefundEvent.RefundRequested _,
                    RefundEvent.RefundApproved _,
                    RefundEvent.RefundRejected _,
                    RefundEvent.RefundSourceReserved _,
                    RefundEvent.RefundRecoveryStarted _,
                    RefundEvent.RefundRecoveryTold _,
                    RefundEvent.RefundRecovered _,
                    RefundEvent.RefundRecoveryEnded _,
                    RefundEvent.RefundFundingRequired _,
                    RefundEvent.RefundFundingRetried _,
                    RefundEvent.RefundFeeFunded _,
                    RefundEvent.RefundFunded _,
                    RefundEvent.RefundFeeReturned _,
                    RefundEvent.RefundBounced _,
                    RefundEvent.RefundResultContradicted _,
                    RefundEvent.CancelledRefundClaimed _,
                    RefundEvent.CancelledRefundClaimEnded _,
                    RefundEvent.RefundResolutionRequested _,
                    RefundEvent.RefundResolved _,
                    RefundEvent.RefundResolutionRejected _,
                    RefundEvent.RefundShortageRecorded _,
                    RefundEvent.RefundShortageCompensated _,
                    RefundEvent.RefundFundsCorrected _,
                    RefundEvent.RefundSetAsideReversed _,
                    RefundEvent.RefundRerouteRequested _,
                    RefundEvent.RefundRerouteVerified _,
                    RefundEvent.RefundRerouteRejected _,
                    RefundEvent.RefundRerouted _,
                    RefundEvent.RefundRecallRequested _,
                    RefundEvent.RefundTransferPaid _,
                    RefundEvent.RefundTransferFailed _,
                    RefundEvent.RefundTransferRestored _ -> List.of();
        };
    }

    // A refund has one next step; whatever was next before is not any more.
    private static List<DeadlineChange> only(String name, Instant due) {
        return List.of(new ClearAll(), new Set(name, due));
    }
}
