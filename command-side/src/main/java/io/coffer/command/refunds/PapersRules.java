package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.reject;
import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFinding.OnContradiction;
import io.coffer.api.refunds.RefundFinding.WasNotPaid;
import io.coffer.api.refunds.RefundFinding.WasPaid;
import io.coffer.api.refunds.RefundOutcome.Done;
import io.coffer.api.refunds.RefundRejection.ContradictionNotOpen;
import io.coffer.api.refunds.RefundRejection.RefundEvidenceMissing;
import io.coffer.api.refunds.RefundRejection.RefundPapersOpen;
import io.coffer.api.refunds.RefundRejection.RefundResolutionNotOpen;
import io.coffer.api.refunds.RefundRejection.TooEarlyForPapers;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What no channel says, or says in two ways, two people settle by its papers; what it says meanwhile comes first. */
final class PapersRules {

    private static final int ONE_CHECKER = 1;

    private PapersRules() {}

    static Decision<RefundEvent> request(
            Admitted state, RequestRefundResolution command, Given given, RefundTimes times) {
        if (command.evidence().isEmpty()) {
            return reject(new RefundEvidenceMissing(command.refund().value()));
        }
        return Decision.unless(
                objection(state, command.finding(), given, times).or(() -> open(state)),
                () -> accept(new RefundResolutionRequested(
                        command.refund(),
                        state.talk().papers().last() + 1,
                        command.finding(),
                        command.evidence(),
                        command.reason(),
                        given.actor().subject())));
    }

    /** Judged again: what was so when it was asked for need not be so any more. */
    static Decision<RefundEvent> resolve(Admitted state, ResolveRefund command, Given given, RefundTimes times) {
        return Decision.unless(
                FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at())
                        .or(() -> notOpen(state, command.resolutionNo(), Optional.of(command.finding())))
                        .or(() -> objection(state, command.finding(), given, times)),
                () -> acceptAll(resolved(state, command)));
    }

    static Decision<RefundEvent> rejected(Admitted state, RejectRefundResolution command) {
        return Decision.unless(
                notOpen(state, command.resolutionNo(), Optional.empty()),
                () -> accept(new RefundResolutionRejected(command.refund(), command.resolutionNo(), command.reason())));
    }

    /** While people look at papers of its end, nothing is sent that the papers know nothing of. */
    static Optional<Rejection> openEnd(Admitted state) {
        return state.talk().papers().openEnd().map(asked -> new RefundPapersOpen(asked.resolutionNo()));
    }

    /** A definite word of the channel needs no papers any more. */
    static Decision<RefundEvent> endedBy(Admitted state, Decision<RefundEvent> word) {
        var open = state.talk().papers().openEnd();
        return open.isPresent() && word instanceof Decision.Accepted<RefundEvent>(var events) && !events.isEmpty()
                ? acceptAll(Stream.concat(
                                events.stream(),
                                open.stream()
                                        .map(asked -> new RefundResolutionRejected(
                                                state.refund(),
                                                asked.resolutionNo(),
                                                RefundResolutionRejected.CHANNEL_ANSWERED)))
                        .toList())
                : word;
    }

    private static Optional<Rejection> open(Admitted state) {
        return state.talk().papers().open().map(asked -> new RefundPapersOpen(asked.resolutionNo()));
    }

    private static Optional<Rejection> notOpen(Admitted state, int resolutionNo, Optional<RefundFinding> finding) {
        return state.talk()
                        .papers()
                        .open()
                        .filter(asked -> asked.resolutionNo() == resolutionNo)
                        .filter(asked -> finding.isEmpty() || finding.get().equals(asked.finding()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new RefundResolutionNotOpen(resolutionNo));
    }

    private static Optional<Rejection> objection(
            Admitted state, RefundFinding finding, Given given, RefundTimes times) {
        return switch (finding) {
            case WasPaid paid ->
                tooEarly(state, given, times).or(() -> RefundChannelRules.objection(state, paid.funds(), given));
            case WasNotPaid _ -> tooEarly(state, given, times);
            case OnContradiction on ->
                state.talk()
                        .openClaim(on.contradictionNo())
                        .map(claim -> on.verdict() == ClaimVerdict.TRUE
                                ? ContradictionRules.objection(state, claim)
                                : Optional.<Rejection>empty())
                        .orElseGet(() -> Optional.of(new ContradictionNotOpen(on.contradictionNo())));
        };
    }

    private static Optional<Rejection> tooEarly(Admitted state, Given given, RefundTimes times) {
        var talk = state.talk();
        var since = switch (state.stage()) {
            // The channel took it and has said nothing since: that must not last for ever either.
            case PENDING -> Optional.of(talk.lastSubmittedAt());
            case UNKNOWN, NOT_FOUND -> talk.papers().doubtfulSince();
            case PENDING_APPROVAL,
                    APPROVED,
                    RECOVERING,
                    RECOVERY_PENDING,
                    SOURCE_RESERVED,
                    FUNDING_REQUIRED,
                    FUNDED,
                    SUBMITTING,
                    FAILED_RETRYABLE,
                    FAILED_INSTRUMENT,
                    FAILED_FINAL,
                    REROUTE_PENDING,
                    REROUTE_REQUESTED,
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED -> Optional.<Instant>empty();
        };
        // What was sent a moment ago no paper can know of.
        var quiet = talk.lastSubmittedAt().plus(times.quietTime());
        return since.map(from -> from.plus(times.evidenceAfter()))
                .map(earliest -> earliest.isBefore(quiet) ? quiet : earliest)
                .map(earliest -> given.at().isBefore(earliest)
                        ? Optional.<Rejection>of(new TooEarlyForPapers(earliest))
                        : Optional.<Rejection>empty())
                .orElseGet(() -> Optional.of(notIn(state, Stage.PENDING, Stage.UNKNOWN, Stage.NOT_FOUND)));
    }

    private static List<RefundEvent> resolved(Admitted state, ResolveRefund command) {
        var resolved = new RefundResolved(
                command.refund(),
                command.resolutionNo(),
                command.finding(),
                command.approval().map(Approval::id).map(Object::toString));
        return Stream.concat(Stream.of(resolved), follows(state, command.finding()).stream())
                .toList();
    }

    private static List<RefundEvent> follows(Admitted state, RefundFinding finding) {
        return switch (finding) {
            case WasPaid(var number, var funds) ->
                RefundChannelRules.succeeded(state, new Done(number, funds, Optional.empty()));
            case WasNotPaid(var code) ->
                ReversalRules.ended(state, new RefundFailed(state.refund(), RefundFailure.FINAL, code));
            case OnContradiction(var no, var verdict) ->
                switch (verdict) {
                    case TRUE -> ContradictionRules.follows(state, no);
                    case NOT_TRUE -> ContradictionRules.ended(state, no);
                };
        };
    }
}
