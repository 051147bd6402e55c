package io.coffer.query.refunds;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.refunds.RefundState.Reroute.Standing;
import io.coffer.query.refunds.RefundState.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a refund. */
final class RefundFolding implements Folding<RefundState> {

    static final String NAME = "refund";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "RF:";
    }

    @Override
    public Class<RefundState> type() {
        return RefundState.class;
    }

    @Override
    public List<Searched<RefundState>> searched() {
        return List.of(
                Searched.text("state", refund -> Optional.of(refund.state())),
                Searched.text("order_id", RefundState::order),
                Searched.text("account_id", RefundViews::account),
                Searched.flag("is_doubtful", RefundState::isDoubtful),
                Searched.number("first_position", refund -> Optional.of(refund.requestedPosition())));
    }

    @Override
    public RefundState after(@Nullable RefundState before, Booked booked) {
        if (!(booked.event() instanceof RefundEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a refund");
        }
        if (before != null) {
            return next(new RefundDraft(before, booked), event).state();
        }
        if (event instanceof RefundRequested requested) {
            return requested(requested, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A refund that was never requested");
    }

    private static RefundState requested(RefundRequested event, Booked booked) {
        var at = booked.bookedAt();
        return new RefundState(
                event.refund(),
                event.order(),
                event.paymentNo(),
                event.facts(),
                event.checkers(),
                Status.REQUESTED,
                at,
                RefundState.Funding.none(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.facts().recovery().stream()
                        .flatMap(plan -> plan.legs().stream())
                        .map(RefundState.Recovery::planned)
                        .toList(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new RefundState.Step(Status.REQUESTED, at, at, 1)),
                at,
                booked.position(),
                booked.sequence());
    }

    private static RefundDraft next(RefundDraft draft, RefundEvent event) {
        switch (event) {
            case RefundRequested e -> throw new IllegalStateException("Requested twice: " + e.refund());
            case RefundEvent.RefundApproved e -> draft.approved(e.approvalId());
            case RefundEvent.RefundRejected e -> draft.ended(Status.REJECTED, e.reason());
            case RefundEvent.RefundSourceReserved _ -> draft.sourceReserved();
            case RefundEvent.RefundRecoveryStarted _ -> draft.recovering();
            case RefundEvent.RefundRecoveryTold e -> draft.told(e.split(), e.payee(), e.gap());
            case RefundEvent.RefundRecovered e -> draft.recovered(e.split());
            case RefundEvent.RefundRecoveryEnded _ -> {
                // Why it ends is told with it.
            }
            case RefundEvent.RefundFundingRequired e -> draft.lacking(Status.FUNDING_REQUIRED, e.gap(), e.feeGap());
            case RefundEvent.RefundFundingRetried e ->
                draft.lacking(e.amount().isZero() ? Status.SOURCE_RESERVED : Status.APPROVED, Money.ZERO, Money.ZERO);
            case RefundEvent.RefundFeeFunded e -> draft.feeFunded(e);
            case RefundEvent.RefundFunded e -> draft.funded(onwards(e.route()), e.amount());
            case RefundEvent.RefundSubmitted e -> draft.submitted(e.attempt());
            case RefundEvent.RefundPending _ -> draft.now(Status.PENDING);
            case RefundEvent.RefundResultUnknown e -> draft.doubted(Status.UNKNOWN, Optional.of(e.cause()));
            case RefundEvent.RefundNotFound _ -> draft.doubted(Status.NOT_FOUND, Optional.empty());
            case RefundEvent.RefundSucceeded e -> draft.succeeded(e.channelRefundNo(), e.funds());
            case RefundEvent.RefundFailed e -> draft.failed(e.failure(), e.code());
            case RefundEvent.RefundRetryPlanned _ -> {
                // It goes on by itself.
            }
            case RefundEvent.RefundRetriesExhausted _ -> draft.now(Status.RETRIES_EXHAUSTED);
            case RefundEvent.RefundRetryWanted _ -> draft.retried();
            case RefundEvent.RefundFeeReturned e -> draft.feeReturned(e);
            case RefundEvent.RefundBounced e -> draft.bounced(e.channelRefundNo(), e.funds());
            case RefundEvent.RefundResultContradicted e -> draft.contradicted(e.recorded(), e.claimed());
            case RefundEvent.CancelledRefundClaimed _, RefundEvent.CancelledRefundClaimEnded _ -> {
                // The contradiction tells; its order hears by them.
            }
            case RefundEvent.RefundResolutionRequested e -> draft.asked(e);
            case RefundEvent.RefundResolved e -> draft.resolved(e.finding());
            case RefundEvent.RefundResolutionRejected _ -> draft.notResolved();
            case RefundEvent.RefundShortageRecorded e -> draft.lacked(e);
            case RefundEvent.RefundShortageCompensated _, RefundEvent.RefundSetAsideReversed _ -> {
                // The fact beside it tells.
            }
            case RefundEvent.RefundFundsCorrected e -> draft.corrected(e.channelRefundNo(), e.funds());
            case RefundEvent.RefundCancelled e -> draft.ended(Status.CANCELLED, e.reason());
            case RefundEvent.RefundRerouteRequested e -> draft.rerouteRequested(e);
            case RefundEvent.RefundRerouteVerified _ ->
                draft.rerouted(Status.REROUTE_VERIFIED, last -> last.now(Standing.VERIFIED));
            case RefundEvent.RefundRerouteRejected _ ->
                draft.rerouted(Status.REROUTE_PENDING, last -> last.now(Standing.REJECTED));
            case RefundEvent.RefundRerouted e -> draft.rerouted(Status.REROUTED, last -> last.paying(e.payout()));
            case RefundEvent.RefundRecallRequested _ -> {
                // What becomes of the payout is told by itself.
            }
            case RefundEvent.RefundTransferPaid _ -> draft.rerouted(Status.SUCCEEDED, last -> last.now(Standing.PAID));
            case RefundEvent.RefundTransferFailed e -> draft.transferFailed(e.code());
            case RefundEvent.RefundTransferRestored _ ->
                draft.rerouted(Status.REROUTE_PENDING, last -> last.now(Standing.RETURNED));
        }
        return draft;
    }

    /** Only an account that people name leads on from the last of them. */
    private static Status onwards(RefundRoute route) {
        return switch (route) {
            case RefundRoute.ByChannel _, RefundRoute.Transfer _ -> Status.FUNDED;
            case RefundRoute.Reroute _ -> Status.REROUTE_PENDING;
        };
    }
}
