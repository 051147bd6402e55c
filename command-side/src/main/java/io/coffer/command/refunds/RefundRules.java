package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.ApproveRefund;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecallRefund;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRecovered;
import io.coffer.api.refunds.RefundCommand.RecordRecoveryLeg;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundRejection.PayerHadRefund;
import io.coffer.api.refunds.RefundRejection.RefundAmountDiffers;
import io.coffer.api.refunds.RefundRejection.RefundSuccessClaimed;
import io.coffer.api.refunds.SecondPerson;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refund law ({@code domain.md} 1.5): who may say what, how a refund begins, and how it ends without its payer. */
final class RefundRules {

    private static final int ONE_CHECKER = 1;

    private static final List<Stage> CANCELLABLE = List.of(
            Stage.PENDING_APPROVAL,
            Stage.APPROVED,
            Stage.SOURCE_RESERVED,
            Stage.FUNDING_REQUIRED,
            Stage.RECOVERING,
            Stage.RECOVERY_PENDING,
            Stage.FUNDED,
            Stage.FAILED_RETRYABLE,
            Stage.FAILED_INSTRUMENT,
            Stage.FAILED_FINAL,
            Stage.REROUTE_PENDING);

    /** While a part of a terminated contract lies with us and no payout has it. */
    private static final List<Stage> RECALLABLE = List.of(Stage.REROUTE_PENDING, Stage.REROUTE_REQUESTED);

    private RefundRules() {}

    static Decision<RefundEvent> decide(RefundState state, RefundCommand command, Given given, RefundTimes times) {
        return switch (state) {
            case RefundState.Unrequested _
            when command instanceof RequestRefund c ->
                Decision.unless(Access.toOpen(c.refund(), given, Role.POLICY), () -> request(c, given));
            case RefundState.Unrequested _ ->
                reject(new NotFound(command.refund().value()));
            case Admitted refund ->
                Decision.unless(
                        Access.to(command.refund(), true, given, mayGive(command)),
                        () -> decideAdmitted(refund, command, given, times));
        };
    }

    private static Role[] mayGive(RefundCommand command) {
        return switch (command) {
            case RequestRefund _,
                    RejectRefund _,
                    RecordSourceReserved _,
                    RecordRecoveryLeg _,
                    RecordRecovered _,
                    RequireFunding _,
                    FundRefundFee _,
                    SubmitRefund _,
                    RecordPending _,
                    MarkRefundUnknown _,
                    RecordRefundNotFound _,
                    RecallRefund _,
                    RejectReroute _,
                    RejectRefundResolution _,
                    RecordRerouted _,
                    RecordTransferPaid _,
                    RecordTransferFailed _,
                    RestoreTransfer _ -> new Role[] {Role.POLICY};
            case ApproveRefund _, VerifyReroute _, ResolveRefund _ -> new Role[] {Role.OPERATOR, Role.POLICY};
            case ConfirmRefund _, BounceRefund _ -> new Role[] {Role.BANK_ADAPTER, Role.POLICY};
            case RequestRefundResolution _ -> new Role[] {Role.OPERATOR};
            case CancelRefund _ -> new Role[] {Role.BUSINESS, Role.OPERATOR, Role.POLICY};
            case RetryFunding _, RetryRefund _, RequestReroute _ -> new Role[] {Role.BUSINESS, Role.OPERATOR};
        };
    }

    private static Decision<RefundEvent> decideAdmitted(
            Admitted state, RefundCommand command, Given given, RefundTimes times) {
        return switch (command) {
            case RequestRefund c -> again(state, c);
            case ApproveRefund c -> approve(state, c, given);
            case RejectRefund c -> dismiss(state, c);
            case CancelRefund c -> cancel(state, c);
            case RecordSourceReserved _ -> RefundFundingRules.reserved(state, given);
            case RecordRecoveryLeg c -> RecoveryRules.told(state, c);
            case RecordRecovered c -> RecoveryRules.recovered(state, c, given);
            case RequireFunding c -> RefundFundingRules.require(state, c);
            case FundRefundFee c -> RefundFundingRules.fundFee(state, c, given);
            case RetryFunding _ -> RefundFundingRules.retry(state);
            case SubmitRefund _ -> RefundChannelRules.submit(state, given, times);
            case RecordPending _ -> RefundChannelRules.pending(state);
            case MarkRefundUnknown c -> RefundChannelRules.unknown(state, c);
            case RecordRefundNotFound _ -> RefundChannelRules.notFound(state, given, times);
            case ConfirmRefund c -> RefundChannelRules.confirm(state, c, given, times);
            case RetryRefund c -> RetryRules.retry(state, c, given);
            case BounceRefund c -> RefundChannelRules.bounce(state, c, given);
            case RequestRefundResolution c -> PapersRules.request(state, c, given, times);
            case ResolveRefund c -> PapersRules.resolve(state, c, given, times);
            case RejectRefundResolution c -> PapersRules.rejected(state, c);
            case RecallRefund c -> recall(state, c);
            case RequestReroute c -> RerouteRules.request(state, c, given);
            case VerifyReroute c -> RerouteRules.verify(state, c, given);
            case RejectReroute c -> RerouteRules.rejected(state, c);
            case RecordRerouted c -> RerouteRules.rerouted(state, c);
            case RecordTransferPaid c -> RerouteRules.paid(state, c);
            case RecordTransferFailed c -> RerouteRules.failed(state, c);
            case RestoreTransfer c -> RerouteRules.restored(state, c);
        };
    }

    private static Decision<RefundEvent> request(RequestRefund command, Given given) {
        var facts = command.facts();
        var checkers = SecondPerson.isNeededFor(facts, command.alone()) ? ONE_CHECKER : 0;
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundRequested(command.refund(), command.order(), command.paymentNo(), facts, checkers));
        if (checkers == 0) {
            events.addAll(RefundFundingRules.approved(command.refund(), facts, Optional.empty(), given));
        }
        return acceptAll(events);
    }

    private static Decision<RefundEvent> again(Admitted state, RequestRefund command) {
        return state.requested().order().equals(command.order())
                        && state.requested().paymentNo().equals(command.paymentNo())
                ? alreadyDone()
                : reject(new RefundNumberTaken(command.refund().value()));
    }

    private static Decision<RefundEvent> approve(Admitted state, ApproveRefund command, Given given) {
        if (state.stage() != Stage.PENDING_APPROVAL) {
            return reject(notIn(state, Stage.PENDING_APPROVAL));
        }
        return Decision.unless(
                FourEyes.objection(
                        command, command.approval(), state.requested().checkers(), given.at()),
                () -> command.amount().equals(state.amount())
                        ? acceptAll(RefundFundingRules.approved(
                                command.refund(),
                                state.facts(),
                                command.approval().map(Approval::id).map(Object::toString),
                                given))
                        : reject(new RefundAmountDiffers(state.amount())));
    }

    /** What the source's owner sets aside meanwhile is ended when it tells: this refund does not take it any more. */
    private static Decision<RefundEvent> dismiss(Admitted state, RejectRefund command) {
        return switch (state.stage()) {
            case PENDING_APPROVAL, APPROVED ->
                ending(
                        state,
                        command.reason(),
                        new RefundRejected(command.refund(), state.facts().source(), command.reason()));
            case REJECTED -> alreadyDone();
            case SOURCE_RESERVED,
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
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED,
                    CANCELLED -> reject(notIn(state, Stage.PENDING_APPROVAL, Stage.APPROVED));
        };
    }

    /** Never while a channel or a bank may be at it, and never once the payer of it had it. */
    private static Decision<RefundEvent> cancel(Admitted state, CancelRefund command) {
        if (state.stage() == Stage.CANCELLED) {
            return alreadyDone();
        }
        return Decision.unless(
                successClaimed(state),
                () -> state.isOfLeg() ? cancelLeg(state, command) : cancelOfOrder(state, command));
    }

    /** What the payer may have nobody else gets, before people know. */
    static Optional<Rejection> successClaimed(Admitted state) {
        return state.talk().claimedSuccess().stream()
                .mapToObj(RefundSuccessClaimed::new)
                .map(Rejection.class::cast)
                .findFirst();
    }

    /** Once the money waits for another account of the payer's, it is no merchant's any more. */
    private static Decision<RefundEvent> cancelOfOrder(Admitted state, CancelRefund command) {
        return CANCELLABLE.contains(state.stage()) && !state.isSetAside()
                ? ending(state, command.reason(), cancelled(state, command.reason()))
                : reject(notIn(state, CANCELLABLE.toArray(Stage[]::new)));
    }

    /** It goes back under the supervision that it came from, where all parties decide on it anew. */
    private static Decision<RefundEvent> cancelLeg(Admitted state, CancelRefund command) {
        if (!RECALLABLE.contains(state.stage())) {
            return reject(notIn(state, RECALLABLE.toArray(Stage[]::new)));
        }
        return state.cameBack()
                ? reject(new PayerHadRefund(command.refund().value()))
                : accept(cancelled(state, command.reason()));
    }

    /** A freeze that came meanwhile takes hold of what its payer does not have, as far as nobody pays it out now. */
    private static Decision<RefundEvent> recall(Admitted state, RecallRefund command) {
        if (!state.isOfLeg()) {
            return alreadyDone();
        }
        return switch (state.stage()) {
            // What its payer had waits here: its account lets it go only after the freeze.
            case REROUTE_PENDING, REROUTE_REQUESTED ->
                state.cameBack() ? alreadyDone() : accept(cancelled(state, RefundCancelled.REFUSED_AND_RECALLED));
            case REROUTE_VERIFIED, REROUTED -> recallPayout(state, command);
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
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED -> alreadyDone();
        };
    }

    /** A later payout of what came back is none that the freeze found: its account let it go after that. */
    private static Decision<RefundEvent> recallPayout(Admitted state, RecallRefund command) {
        var latest = PayoutId.ofRefund(command.refund(), state.rerouteNo());
        return state.cameBack() && !command.payout().equals(latest)
                ? alreadyDone()
                : accept(new RefundRecallRequested(command.refund(), latest, command.orderNo()));
    }

    /** Its account must know whether the payer's may be tried again: only what was never sent a second time was not refused. */
    static RefundCancelled givenBack(Admitted state, String code) {
        var wasRefused = code.equals(PayoutFailed.RECALLED) && state.rerouteNo() > 1;
        return cancelled(state, wasRefused ? RefundCancelled.REFUSED_AND_RECALLED : code);
    }

    /** Before its end is told, payees hear that nothing more is wanted of them. */
    private static Decision<RefundEvent> ending(Admitted state, String reason, RefundEvent end) {
        var events = new ArrayList<>(RecoveryRules.ended(state, reason));
        events.add(end);
        return acceptAll(events);
    }

    static RefundCancelled cancelled(Admitted state, String reason) {
        var facts = state.facts();
        return new RefundCancelled(
                state.refund(),
                facts.source(),
                facts.amount(),
                state.funded(),
                state.funded() ? facts.fromMerchant() : Money.ZERO,
                facts.merchant(),
                state.funded() ? Money.ZERO : facts.fromMerchant(),
                reason,
                state.funded() ? facts.discount() : Optional.empty());
    }

    static NotInThisState notIn(Admitted state, Stage... allowed) {
        return new NotInThisState(
                state.stage().name(), Stream.of(allowed).map(Stage::name).toList());
    }
}
