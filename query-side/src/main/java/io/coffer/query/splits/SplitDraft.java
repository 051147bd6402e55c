package io.coffer.query.splits;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.query.kernel.Booked;
import io.coffer.query.splits.SplitState.Return;
import io.coffer.query.splits.SplitState.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The next state while one event is worked in. */
final class SplitDraft {

    private final SplitState before;
    private final Booked booked;
    private final List<Return> returns;
    private Status state;
    private Money gap;
    private List<PayeeRefusal> refusals;
    private Optional<String> approvalId;
    private Optional<String> reason;
    private Optional<Instant> executedAt;

    SplitDraft(SplitState before, Booked booked) {
        this.before = before;
        this.booked = booked;
        this.returns = new ArrayList<>(before.returns());
        this.state = before.state();
        this.gap = before.gap();
        this.refusals = before.refusals();
        this.approvalId = before.approvalId();
        this.reason = before.reason();
        this.executedAt = before.executedAt();
    }

    void now(Status next) {
        state = next;
    }

    void approved(Optional<String> approval) {
        now(Status.APPROVED);
        approvalId = approval;
    }

    void ended(Status next, String why) {
        now(next);
        reason = Optional.of(why);
    }

    void blocked(Money lacks, List<PayeeRefusal> who, Optional<String> why) {
        now(Status.BLOCKED);
        reason = why;
        gap = lacks;
        refusals = who;
    }

    void executed() {
        now(Status.EXECUTED);
        executedAt = Optional.of(booked.bookedAt());
    }

    void promised(Return back) {
        returns.add(back);
    }

    void back(RefundId refund, UnaryOperator<Return> how) {
        returns.replaceAll(back -> back.refund().equals(refund) ? how.apply(back) : back);
    }

    SplitState state() {
        return new SplitState(
                before.split(),
                before.terms(),
                before.requestedBy(),
                before.checkers(),
                state,
                gap,
                refusals,
                List.copyOf(returns),
                approvalId,
                reason,
                executedAt,
                before.definedAt(),
                booked.bookedAt(),
                before.definedPosition(),
                booked.sequence());
    }
}
