package io.coffer.command.refunds;

import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.Done;
import io.coffer.api.refunds.RefundOutcome.Refused;
import io.coffer.api.refunds.RefundRejection.RefundCreditBooked;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it means for the money that a channel's other word is the true one. */
final class ContradictionRules {

    private ContradictionRules() {}

    /** Its order gave a cancelled refund's money free for others, so it hears of the first word that its payer has it. */
    static List<RefundEvent> told(Admitted state, RefundOutcome recorded, RefundOutcome claimed) {
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundResultContradicted(state.refund(), recorded, claimed));
        if (claimed instanceof Done && !state.talk().maySucceed()) {
            orderOfCancelled(state)
                    .map(order -> new CancelledRefundClaimed(state.refund(), order))
                    .ifPresent(events::add);
        }
        return events;
    }

    /** And when the last of such words was found not to be true. */
    static List<RefundEvent> ended(Admitted state, int contradictionNo) {
        return state.talk().decided(contradictionNo, ClaimVerdict.NOT_TRUE).maySucceed()
                ? List.of()
                : orderOfCancelled(state)
                        .map(order -> List.<RefundEvent>of(new CancelledRefundClaimEnded(state.refund(), order)))
                        .orElseGet(List::of);
    }

    private static Optional<PaymentOrderId> orderOfCancelled(Admitted state) {
        return state.stage() == Stage.CANCELLED ? state.requested().order() : Optional.empty();
    }

    /** Until it is known what became of a payout nobody can say whose the money is; and one credit is booked once. */
    static Optional<Rejection> objection(Admitted state, Claim claim) {
        if (!(claim.told() instanceof Done done)) {
            return Optional.empty();
        }
        return switch (state.stage()) {
            case REROUTE_VERIFIED, REROUTED ->
                Optional.of(notIn(
                        state,
                        Stage.FAILED_FINAL,
                        Stage.REROUTE_PENDING,
                        Stage.REROUTE_REQUESTED,
                        Stage.SUCCEEDED,
                        Stage.CANCELLED));
            case PENDING_APPROVAL,
                    APPROVED,
                    SOURCE_RESERVED,
                    FUNDING_REQUIRED,
                    RECOVERING,
                    RECOVERY_PENDING,
                    FUNDED,
                    SUBMITTING,
                    PENDING,
                    UNKNOWN,
                    NOT_FOUND,
                    FAILED_RETRYABLE,
                    FAILED_INSTRUMENT,
                    FAILED_FINAL,
                    REROUTE_PENDING,
                    REROUTE_REQUESTED,
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED ->
                isBooked(state, done.channelRefundNo())
                        ? Optional.of(new RefundCreditBooked(done.channelRefundNo()))
                        : Optional.empty();
        };
    }

    private static boolean isBooked(Admitted state, String channelRefundNo) {
        var wasTakenBack = state.talk().bounced()
                && success(state)
                        .filter(known -> known.channelRefundNo().equals(channelRefundNo))
                        .isPresent();
        return !wasTakenBack && state.talk().claims().stream().anyMatch(claim -> claim.isBookedAs(channelRefundNo));
    }

    static List<RefundEvent> follows(Admitted state, int contradictionNo) {
        return switch (state.talk().claims().get(contradictionNo - 1).told()) {
            case Done done ->
                recorded(state, done)
                        .map(known -> List.<RefundEvent>of(new RefundFundsCorrected(
                                state.refund(), state.amount(), done.channelRefundNo(), known.funds(), done.funds())))
                        .orElseGet(() -> paid(state, contradictionNo, done));
            case Refused _ -> notPaid(state);
        };
    }

    /** The same credit, recorded at another place; one that was taken back and comes again is another. */
    private static Optional<Done> recorded(Admitted state, Done told) {
        return success(state)
                .filter(_ -> !state.talk().bounced())
                .filter(known -> known.channelRefundNo().equals(told.channelRefundNo()));
    }

    private static Optional<Done> success(Admitted state) {
        return state.talk().outcome().filter(Done.class::isInstance).map(Done.class::cast);
    }

    /** The refund's own money pays it, as long as it is there; else somebody else has that, and own cash must. */
    private static List<RefundEvent> paid(Admitted state, int contradictionNo, Done done) {
        return state.stage() == Stage.SUCCEEDED || state.stage() == Stage.CANCELLED
                ? shortage(state, contradictionNo, done)
                : ofItsOwn(state, done);
    }

    private static List<RefundEvent> ofItsOwn(Admitted state, Done done) {
        var events = new ArrayList<RefundEvent>();
        if (state.isSetAside()) {
            events.add(new RefundSetAsideReversed(state.refund(), state.amount()));
        }
        events.addAll(RefundChannelRules.succeeded(state, done));
        return events;
    }

    private static List<RefundEvent> shortage(Admitted state, int contradictionNo, Done done) {
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundShortageRecorded(
                state.refund(), contradictionNo, state.amount(), done.channelRefundNo(), done.funds()));
        state.reversal()
                .map(reversal -> ReversalRules.feeTold(state, reversal, done))
                .orElseGet(() -> RefundChannelRules.fee(state, done))
                .ifPresent(events::add);
        events.add(new RefundShortageCompensated(
                state.refund(), contradictionNo, state.amount(), state.facts().custodyAccount()));
        return events;
    }

    /** As if the channel had taken its success back: it has the money, and the payer has not. */
    private static List<RefundEvent> notPaid(Admitted state) {
        return success(state)
                .filter(_ -> !state.talk().bounced())
                .<List<RefundEvent>>map(known -> List.of(
                        new RefundBounced(state.refund(), state.amount(), known.channelRefundNo(), known.funds())))
                .orElseGet(List::of);
    }
}
