package io.coffer.command.refunds;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundNotFound;
import io.coffer.api.refunds.RefundEvent.RefundPending;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.refunds.RefundEvent.RefundRecovered;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryStarted;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryTold;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundResultUnknown;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import java.time.Instant;
import java.util.Optional;

/** What is known about a refund. */
sealed interface RefundState {

    static RefundState initial() {
        return new Unrequested();
    }

    RefundState after(RefundEvent event, Instant bookedAt);

    /** No such refund. */
    record Unrequested() implements RefundState {
        @Override
        public RefundState after(RefundEvent event, Instant bookedAt) {
            if (event instanceof RefundRequested e) {
                return new Admitted(
                        e,
                        Stage.PENDING_APPROVAL,
                        false,
                        false,
                        ChannelTalk.none(),
                        Optional.empty(),
                        false,
                        false,
                        Recovery.none());
            }
            throw new IllegalStateException("The history of " + event.refund() + " does not begin with its request");
        }
    }

    /** How far a refund got. */
    enum Stage {
        PENDING_APPROVAL,
        APPROVED,
        SOURCE_RESERVED,
        FUNDING_REQUIRED,
        /** Payees of splits are asked for what they give back. */
        RECOVERING,
        /** One of them lacks its part. */
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
        REROUTE_VERIFIED,
        REROUTED,
        SUCCEEDED,
        CANCELLED,
        REJECTED
    }

    /**
     * A refund that its order has admitted.
     *
     * @param reserved whether its source has set the money aside
     * @param funded whether it took its money, and what its source lacked of the fee
     * @param reroute the latest account that the money was to go to
     * @param cameBack whether a bank gave a payout of it back
     * @param recalled whether a freeze wanted it back while a payout had it
     * @param recovery what payees of splits have given back, or lack of that
     */
    record Admitted(
            RefundRequested requested,
            Stage stage,
            boolean reserved,
            boolean funded,
            ChannelTalk talk,
            Optional<RefundRerouteRequested> reroute,
            boolean cameBack,
            boolean recalled,
            Recovery recovery)
            implements RefundState {

        RefundId refund() {
            return requested.refund();
        }

        AdmittedRefund facts() {
            return requested.facts();
        }

        Money amount() {
            return facts().amount();
        }

        int rerouteNo() {
            return reroute.map(RefundRerouteRequested::rerouteNo).orElse(0);
        }

        /** Whether it brings a part of a terminated contract back, which was set apart for a transfer from the beginning. */
        boolean isOfLeg() {
            return facts().source() instanceof RefundSource.EscrowLeg;
        }

        /** How the channel is to make its payment void, instead of paying it back. */
        Optional<RefundRoute.Reversal> reversal() {
            return facts().route() instanceof RefundRoute.Reversal reversal ? Optional.of(reversal) : Optional.empty();
        }

        /** Whether its money lies where only another account of the payer's can take it from. */
        boolean isSetAside() {
            return talk.bounced() || reroute.isPresent();
        }

        @Override
        public RefundState after(RefundEvent event, Instant bookedAt) {
            return switch (event) {
                case RefundRequested e -> throw new IllegalStateException(e.refund() + " was requested twice");
                case RefundApproved _ -> at(Stage.APPROVED);
                case RefundRejected _ -> at(Stage.REJECTED);
                case RefundSourceReserved _ ->
                    new Admitted(
                            requested,
                            Stage.SOURCE_RESERVED,
                            true,
                            funded,
                            talk,
                            reroute,
                            cameBack,
                            recalled,
                            recovery);
                case RefundFundingRequired _ -> at(Stage.FUNDING_REQUIRED);
                case RefundFundingRetried _ -> at(reserved ? Stage.SOURCE_RESERVED : Stage.APPROVED);
                case RefundRecoveryStarted _ -> at(Stage.RECOVERING);
                case RefundRecoveryTold e -> recovering(recovery.told(e.split(), e.payee(), e.gap()));
                case RefundRecovered e -> recovering(recovery.with(e.split()));
                // How it ends follows in the same decision.
                case RefundRecoveryEnded _ -> this;
                // The money of the refund follows in the same decision.
                case RefundFeeFunded _ -> this;
                case RefundFunded e ->
                    new Admitted(
                            requested, begin(e.route()), reserved, true, talk, reroute, cameBack, recalled, recovery);
                case RefundSubmitted e -> talked(Stage.SUBMITTING, talk.submitted(e.attempt(), bookedAt));
                case RefundPending _ -> at(Stage.PENDING);
                case RefundResultUnknown _ ->
                    talked(Stage.UNKNOWN, talk.with(talk.papers().doubted(bookedAt)));
                case RefundNotFound _ ->
                    talked(Stage.NOT_FOUND, talk.with(talk.papers().doubted(bookedAt)));
                case RefundSucceeded e ->
                    talked(
                            Stage.SUCCEEDED,
                            talk.said(new RefundOutcome.Done(e.channelRefundNo(), e.funds(), Optional.empty())));
                case RefundFailed e -> talked(failed(e), talk.said(new RefundOutcome.Refused(e.failure(), e.code())));
                case RefundRetryPlanned e ->
                    talked(stage, talk.with(talk.tries().planned(e.at())));
                case RefundRetriesExhausted _ ->
                    talked(stage, talk.with(talk.tries().ended()));
                case RefundRetryWanted _ -> talked(stage, talk.with(talk.tries().renewed(talk.attempts())));
                case RefundFeeReturned _ -> talked(stage, talk.withFeeBack());
                case RefundBounced _ -> talked(Stage.REROUTE_PENDING, talk.tookBack(true));
                case RefundRecallRequested _ ->
                    new Admitted(requested, stage, reserved, funded, talk, reroute, cameBack, true, recovery);
                case RefundResultContradicted e -> talked(stage, talk.contradicted(e.claimed()));
                // The contradiction, and what people found of it, come in the same decision.
                case CancelledRefundClaimed _, CancelledRefundClaimEnded _ -> this;
                case RefundResolutionRequested e ->
                    talked(stage, talk.with(talk.papers().asked(e)));
                case RefundResolved e -> talked(stage, resolved(e));
                case RefundResolutionRejected _ ->
                    talked(stage, talk.with(talk.papers().ended()));
                // Own cash and customers' money, and no more of the refund's.
                case RefundShortageRecorded _, RefundShortageCompensated _ -> this;
                case RefundFundsCorrected e ->
                    talked(stage, talk.said(new RefundOutcome.Done(e.channelRefundNo(), e.funds(), Optional.empty())));
                case RefundSetAsideReversed _ -> talked(stage, talk.tookBack(false));
                case RefundCancelled _ -> at(Stage.CANCELLED);
                case RefundRerouteRequested e ->
                    new Admitted(
                            requested,
                            Stage.REROUTE_REQUESTED,
                            reserved,
                            funded,
                            talk,
                            Optional.of(e),
                            cameBack,
                            recalled,
                            recovery);
                case RefundRerouteVerified _ -> at(Stage.REROUTE_VERIFIED);
                case RefundRerouted _ -> at(Stage.REROUTED);
                case RefundTransferPaid _ -> at(Stage.SUCCEEDED);
                case RefundRerouteRejected _, RefundTransferFailed _ -> at(Stage.REROUTE_PENDING);
                case RefundTransferRestored _ ->
                    new Admitted(
                            requested,
                            Stage.REROUTE_PENDING,
                            reserved,
                            funded,
                            talk,
                            reroute,
                            true,
                            recalled,
                            recovery);
            };
        }

        private ChannelTalk resolved(RefundResolved event) {
            var next = talk.with(talk.papers().resolved(event));
            return switch (event.finding()) {
                case RefundFinding.OfEnd _ -> next;
                case RefundFinding.OnContradiction(var no, var verdict) -> next.decided(no, verdict);
            };
        }

        private static Stage begin(RefundRoute route) {
            return switch (route) {
                case RefundRoute.ByChannel _, RefundRoute.Transfer _ -> Stage.FUNDED;
                case RefundRoute.Reroute _ -> Stage.REROUTE_PENDING;
            };
        }

        private static Stage failed(RefundFailed event) {
            return switch (event.failure()) {
                case RETRYABLE -> Stage.FAILED_RETRYABLE;
                case INSTRUMENT -> Stage.FAILED_INSTRUMENT;
                case FINAL -> Stage.FAILED_FINAL;
            };
        }

        private Admitted recovering(Recovery next) {
            var told = next.lacks() ? Stage.RECOVERY_PENDING : Stage.RECOVERING;
            return new Admitted(requested, told, reserved, funded, talk, reroute, cameBack, recalled, next);
        }

        private Admitted at(Stage next) {
            return talked(next, talk);
        }

        private Admitted talked(Stage next, ChannelTalk said) {
            return new Admitted(requested, next, reserved, funded, said, reroute, cameBack, recalled, recovery);
        }
    }
}
