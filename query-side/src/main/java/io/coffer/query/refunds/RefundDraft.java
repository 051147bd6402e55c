package io.coffer.query.refunds;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.splits.SplitId;
import io.coffer.query.kernel.Booked;
import io.coffer.query.refunds.RefundState.Contradiction;
import io.coffer.query.refunds.RefundState.Failure;
import io.coffer.query.refunds.RefundState.Funding;
import io.coffer.query.refunds.RefundState.Recovery;
import io.coffer.query.refunds.RefundState.Reroute;
import io.coffer.query.refunds.RefundState.Resolution;
import io.coffer.query.refunds.RefundState.Result;
import io.coffer.query.refunds.RefundState.ReturnedFee;
import io.coffer.query.refunds.RefundState.Shortage;
import io.coffer.query.refunds.RefundState.Status;
import io.coffer.query.refunds.RefundState.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The next state while one event is worked in. */
final class RefundDraft {

    private final RefundState before;
    private final Booked booked;
    private final Instant at;
    private final List<Recovery> recovery;
    private final List<Contradiction> contradictions;
    private final List<Step> steps;
    private final List<Shortage> shortages;
    private Status state;
    private Instant since;
    private Funding funding;
    private int attempts;
    private Optional<Instant> submittedAt;
    private Optional<Instant> unknownSince;
    private Optional<Failure> failure;
    private Optional<Result> result;
    private Optional<Result> bounced;
    private Optional<ReturnedFee> feeReturned;
    private Optional<Reroute> reroute;
    private Optional<Resolution> resolution;
    private boolean settledByPapers;
    private Optional<String> approvalId;
    private Optional<String> reason;

    RefundDraft(RefundState before, Booked booked) {
        this.before = before;
        this.booked = booked;
        this.at = booked.bookedAt();
        this.recovery = new ArrayList<>(before.recovery());
        this.contradictions = new ArrayList<>(before.contradictions());
        this.steps = new ArrayList<>(before.steps());
        this.shortages = new ArrayList<>(before.shortages());
        this.state = before.state();
        this.since = before.since();
        this.funding = before.funding();
        this.attempts = before.attempts();
        this.submittedAt = before.submittedAt();
        this.unknownSince = before.unknownSince();
        this.failure = before.failure();
        this.result = before.result();
        this.bounced = before.bounced();
        this.feeReturned = before.feeReturned();
        this.reroute = before.reroute();
        this.resolution = before.resolution();
        this.settledByPapers = before.settledByPapers();
        this.approvalId = before.approvalId();
        this.reason = before.reason();
    }

    RefundDraft now(Status next) {
        if (next == state) {
            return this;
        }
        if (steps.stream().anyMatch(step -> step.state() == next)) {
            steps.replaceAll(step -> step.state() == next ? step.again(at) : step);
        } else {
            steps.add(new Step(next, at, at, 1));
        }
        state = next;
        since = at;
        return this;
    }

    RefundDraft because(Optional<String> why) {
        reason = why;
        return this;
    }

    void approved(Optional<String> approval) {
        now(Status.APPROVED);
        approvalId = approval;
    }

    void lacking(Status next, Money gap, Money feeGap) {
        now(next);
        funding = funding.lacking(gap, feeGap);
    }

    void sourceReserved() {
        lacking(Status.SOURCE_RESERVED, Money.ZERO, Money.ZERO);
        ofContract();
    }

    void recovering() {
        now(Status.RECOVERING);
        ofContract();
        recovery.replaceAll(part -> part.leg() instanceof RecoveryLeg.Payee ? part.now(Recovery.Standing.ASKED) : part);
    }

    void told(SplitId split, MerchantFeeAccountId payee, Money gap) {
        recovery.replaceAll(part -> {
            if (!part.isOf(split, payee)) {
                return part;
            }
            return gap.isZero() ? part.now(Recovery.Standing.RESERVED) : part.lacking(gap);
        });
        waitOrGoOn();
    }

    void recovered(SplitId split) {
        recovery.replaceAll(part -> part.isOf(split) ? part.now(Recovery.Standing.RETURNED) : part);
        waitOrGoOn();
    }

    private void waitOrGoOn() {
        now(
                recovery.stream().anyMatch(part -> part.state() == Recovery.Standing.PENDING)
                        ? Status.RECOVERY_PENDING
                        : Status.RECOVERING);
    }

    private void ofContract() {
        recovery.replaceAll(
                part -> part.leg() instanceof RecoveryLeg.Contract ? part.now(Recovery.Standing.RESERVED) : part);
    }

    void feeFunded(RefundFeeFunded event) {
        lacking(Status.SOURCE_RESERVED, Money.ZERO, Money.ZERO);
        funding = switch (event.from()) {
            case MERCHANT_B ->
                new Funding(
                        funding.lacks(),
                        funding.lacksFee(),
                        funding.own().plus(event.amount()),
                        funding.advanced(),
                        funding.taken());
            case PLATFORM_ADVANCE ->
                new Funding(
                        funding.lacks(),
                        funding.lacksFee(),
                        funding.own(),
                        funding.advanced().plus(event.amount()),
                        funding.taken());
        };
    }

    void funded(Status next, Money amount) {
        now(next);
        funding = new Funding(Money.ZERO, Money.ZERO, funding.own(), funding.advanced(), amount);
        recovery.replaceAll(part -> part.now(Recovery.Standing.TAKEN));
    }

    void submitted(int attempt) {
        now(Status.SUBMITTING);
        attempts = attempt;
        submittedAt = Optional.of(at);
    }

    void doubted(Status next, Optional<String> cause) {
        now(next).because(cause);
        unknownSince = unknownSince.or(() -> Optional.of(at));
    }

    void succeeded(String channelRefundNo, RefundFunds funds) {
        known(Status.SUCCEEDED);
        result = Optional.of(new Result(channelRefundNo, funds, at));
    }

    void failed(RefundFailure why, String code) {
        known(
                switch (why) {
                    case RETRYABLE -> Status.FAILED_RETRYABLE;
                    case INSTRUMENT -> Status.REROUTE_PENDING;
                    case FINAL -> Status.FAILED_FINAL;
                });
        failure = Optional.of(new Failure(Optional.of(why), code, at));
    }

    void bounced(String channelRefundNo, RefundFunds funds) {
        known(Status.REROUTE_PENDING);
        bounced = Optional.of(new Result(channelRefundNo, funds, at));
    }

    /** Where it stood before it was put off too often. */
    void retried() {
        now(unknownSince.isPresent() ? Status.NOT_FOUND : Status.FAILED_RETRYABLE);
    }

    void feeReturned(RefundFeeReturned event) {
        feeReturned = Optional.of(new ReturnedFee(
                event.amount(),
                Optional.of(event.settlementDate()).filter(_ -> event.comesWithSettlement()),
                event.above()));
    }

    void contradicted(RefundOutcome recorded, RefundOutcome claimed) {
        contradictions.add(new Contradiction(recorded, claimed, at, Contradiction.Standing.OPEN));
    }

    void asked(RefundResolutionRequested event) {
        resolution = Optional.of(new Resolution(event.resolutionNo(), event.finding(), event.requestedBy(), at));
    }

    void resolved(RefundFinding finding) {
        resolution = Optional.empty();
        switch (finding) {
            case RefundFinding.OfEnd _ -> settledByPapers = true;
            case RefundFinding.OnContradiction(var no, var verdict) ->
                contradictions.set(no - 1, contradictions.get(no - 1).found(verdict));
        }
    }

    void notResolved() {
        resolution = Optional.empty();
    }

    void lacked(RefundShortageRecorded event) {
        shortages.add(new Shortage(event.contradictionNo(), event.amount(), at));
    }

    void corrected(String channelRefundNo, RefundFunds funds) {
        result = Optional.of(new Result(channelRefundNo, funds, at));
    }

    void ended(Status next, String why) {
        known(next).because(Optional.of(why));
        // What payees gave back stays with the payment.
        recovery.replaceAll(
                part -> part.state() == Recovery.Standing.RETURNED ? part : part.now(Recovery.Standing.ENDED));
        funding = funding.lacking(Money.ZERO, Money.ZERO);
    }

    void rerouteRequested(RefundRerouteRequested event) {
        now(Status.REROUTE_REQUESTED);
        reroute = Optional.of(new Reroute(
                event.rerouteNo(), event.payee(), event.checkers(), Reroute.Standing.REQUESTED, Optional.empty()));
    }

    void rerouted(Status next, UnaryOperator<Reroute> how) {
        now(next);
        reroute = reroute.map(how);
    }

    void transferFailed(String code) {
        rerouted(Status.REROUTE_PENDING, last -> last.now(Reroute.Standing.FAILED));
        failure = Optional.of(new Failure(Optional.empty(), code, at));
    }

    RefundState state() {
        return new RefundState(
                before.refund(),
                before.order(),
                before.paymentNo(),
                before.facts(),
                before.checkers(),
                state,
                since,
                funding,
                attempts,
                submittedAt,
                unknownSince,
                failure,
                result,
                bounced,
                feeReturned,
                reroute,
                List.copyOf(recovery),
                List.copyOf(contradictions),
                resolution,
                settledByPapers,
                List.copyOf(shortages),
                approvalId,
                reason,
                List.copyOf(steps),
                at,
                before.requestedPosition(),
                booked.sequence());
    }

    private RefundDraft known(Status next) {
        unknownSince = Optional.empty();
        return now(next).because(Optional.empty());
    }
}
