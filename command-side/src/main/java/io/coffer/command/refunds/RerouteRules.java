package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;
import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRejection.RerouteEvidenceMissing;
import io.coffer.api.refunds.RefundRejection.RerouteHolderDiffers;
import io.coffer.api.refunds.RefundRejection.RerouteNotRequested;
import io.coffer.api.refunds.RefundRejection.ReroutesExhausted;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a refund goes to an account that no channel knows ({@code domain.md} 1.5): the payer's own, seen by two people. */
final class RerouteRules {

    private static final int ONE_CHECKER = 1;

    private RerouteRules() {}

    /** A transfer goes back to where it came from: nobody named that account, so nobody must verify it. */
    static List<RefundEvent> backToPayer(RefundId refund, AdmittedRefund facts, BankAccountRef payer, Given given) {
        var amount = facts.amount();
        var by = given.actor().subject();
        return List.of(
                new RefundRerouteRequested(refund, 1, payer, amount, amount, List.of(), by, 0),
                new RefundRerouteVerified(
                        refund, 1, payer, amount, facts.custodyAccount(), Optional.empty(), Optional.empty()));
    }

    static Decision<RefundEvent> request(Admitted state, RequestReroute command, Given given) {
        return switch (state.stage()) {
            case FAILED_INSTRUMENT, FAILED_FINAL, REROUTE_PENDING -> named(state, command, given);
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
                    REROUTE_REQUESTED,
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED ->
                reject(notIn(state, Stage.FAILED_INSTRUMENT, Stage.FAILED_FINAL, Stage.REROUTE_PENDING));
        };
    }

    private static Decision<RefundEvent> named(Admitted state, RequestReroute command, Given given) {
        var claimed = RefundRules.successClaimed(state);
        if (claimed.isPresent()) {
            return reject(claimed.get());
        }
        if (isOfAnother(state, command.payee())) {
            return reject(new RerouteHolderDiffers(command.refund().value()));
        }
        if (command.evidence().isEmpty()) {
            return reject(new RerouteEvidenceMissing(command.refund().value()));
        }
        if (state.rerouteNo() >= PayoutId.REISSUES_MAX) {
            return reject(new ReroutesExhausted(PayoutId.REISSUES_MAX));
        }
        return accept(new RefundRerouteRequested(
                command.refund(),
                state.rerouteNo() + 1,
                command.payee(),
                state.amount(),
                state.isSetAside() ? Money.ZERO : state.amount(),
                command.evidence(),
                given.actor().subject(),
                ONE_CHECKER));
    }

    /**
     * Where nobody knows who paid, the evidence must tell; two people look at it. A part of a terminated contract goes back to its
     * account instead, whose parties decide anew, unless its payer had it.
     */
    private static boolean isOfAnother(Admitted state, BankAccountRef payee) {
        return !payee.hasHolder()
                || state.facts()
                        .payer()
                        .filter(BankAccountRef::hasHolder)
                        .map(payer -> !payer.holderDigest().equals(payee.holderDigest()))
                        .orElse(state.isOfLeg() && !state.cameBack());
    }

    /** Who says meanwhile that the payer has it must be asked first: a payout could be the second time. */
    static Decision<RefundEvent> verify(Admitted state, VerifyReroute command, Given given) {
        var claimed = RefundRules.successClaimed(state);
        if (claimed.isPresent()) {
            return reject(claimed.get());
        }
        return Decision.unless(
                FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()),
                () -> asked(state, command.rerouteNo())
                        .filter(asked -> asked.payee().equals(command.payee())
                                && asked.amount().equals(command.amount())
                                && asked.evidence().equals(command.evidence()))
                        .<Decision<RefundEvent>>map(asked -> accept(new RefundRerouteVerified(
                                command.refund(),
                                asked.rerouteNo(),
                                asked.payee(),
                                asked.amount(),
                                state.facts().custodyAccount(),
                                command.approval().map(Approval::id).map(Object::toString),
                                state.cameBack() ? command.refund().account() : Optional.empty())))
                        .orElseGet(() -> reject(new RerouteNotRequested(command.rerouteNo()))));
    }

    static Decision<RefundEvent> rejected(Admitted state, RejectReroute command) {
        return asked(state, command.rerouteNo()).isPresent()
                ? accept(new RefundRerouteRejected(command.refund(), command.rerouteNo(), command.reason()))
                : reject(new RerouteNotRequested(command.rerouteNo()));
    }

    private static Optional<RefundRerouteRequested> asked(Admitted state, int rerouteNo) {
        return state.reroute()
                .filter(_ -> state.stage() == Stage.REROUTE_REQUESTED)
                .filter(latest -> latest.rerouteNo() == rerouteNo);
    }

    static Decision<RefundEvent> rerouted(Admitted state, RecordRerouted command) {
        if (isLatest(state, command.payout()) && state.stage() == Stage.REROUTE_VERIFIED) {
            return accept(new RefundRerouted(command.refund(), command.payout()));
        }
        return knownOr(state, command.payout());
    }

    /** What a payout became may be told before that it was made: the two come from different policies. */
    static Decision<RefundEvent> paid(Admitted state, RecordTransferPaid command) {
        return isOut(state, command.payout())
                ? accept(new RefundTransferPaid(
                        command.refund(),
                        state.requested().order(),
                        command.payout(),
                        state.facts().source() instanceof RefundSource.Overpayment excess
                                ? Optional.of(excess)
                                : Optional.empty()))
                : knownOr(state, command.payout());
    }

    /**
     * What a freeze wanted back goes where the freeze can hold it: also when it came too late for that payout, and the bank
     * refused to pay it.
     */
    static Decision<RefundEvent> failed(Admitted state, RecordTransferFailed command) {
        if (!isOut(state, command.payout())) {
            return knownOr(state, command.payout());
        }
        var failed = new RefundTransferFailed(command.refund(), command.payout(), command.code());
        var wasRecalled = state.recalled() || command.code().equals(PayoutFailed.RECALLED);
        return wasRecalled && state.isOfLeg() && !state.cameBack()
                ? acceptAll(List.of(failed, RefundRules.givenBack(state, command.code())))
                : accept(failed);
    }

    /** A bank gives all of a payout back, also when the payer was said to have it. */
    static Decision<RefundEvent> restored(Admitted state, RestoreTransfer command) {
        if (!command.amount().equals(state.amount())) {
            throw new IllegalArgumentException(command.amount() + " is not what " + command.payout() + " took");
        }
        var isBack = isOut(state, command.payout())
                || (isLatest(state, command.payout()) && state.stage() == Stage.SUCCEEDED);
        return isBack
                ? accept(new RefundTransferRestored(command.refund(), command.payout(), command.amount()))
                : knownOr(state, command.payout());
    }

    private static boolean isOut(Admitted state, PayoutId payout) {
        return isLatest(state, payout) && (state.stage() == Stage.REROUTE_VERIFIED || state.stage() == Stage.REROUTED);
    }

    private static boolean isLatest(Admitted state, PayoutId payout) {
        return state.rerouteNo() > 0 && payout.equals(PayoutId.ofRefund(state.refund(), state.rerouteNo()));
    }

    /** A payout that ended before is no news; one that was never to be is nobody's business here. */
    private static Decision<RefundEvent> knownOr(Admitted state, PayoutId payout) {
        var isKnown = state.stage() != Stage.REROUTE_REQUESTED && isLatest(state, payout);
        var isEarlier = IntStream.range(1, state.rerouteNo())
                .anyMatch(no -> payout.equals(PayoutId.ofRefund(state.refund(), no)));
        return isKnown || isEarlier ? alreadyDone() : reject(notIn(state, Stage.REROUTE_VERIFIED, Stage.REROUTED));
    }
}
