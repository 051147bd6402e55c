package io.coffer.command.splits;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A split that was defined.
 *
 * @param refusals of payees that would not take their legs, as far as they answered
 * @param agreed the payees that take theirs
 * @param executedAt from when its money is its payees'
 * @param returns what they give, or gave, back, refund by refund; a split has few of them
 */
record Split(
        SplitTerms terms,
        int checkers,
        Stage stage,
        Set<MerchantFeeAccountId> agreed,
        List<PayeeRefusal> refusals,
        Optional<Instant> executedAt,
        Map<RefundId, SplitReturn> returns)
        implements SplitState {

    enum Stage {
        PENDING_APPROVAL,
        APPROVED,
        RESERVED,
        EXECUTED,
        BLOCKED,
        CANCELLED,
        REJECTED
    }

    Split {
        agreed = Set.copyOf(agreed);
        refusals = List.copyOf(refusals);
        returns = Map.copyOf(returns);
    }

    static Split of(SplitDefined event) {
        return new Split(
                event.terms(),
                event.checkers(),
                Stage.PENDING_APPROVAL,
                Set.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    @Override
    public Split after(SplitEvent event, Instant bookedAt) {
        return switch (event) {
            case SplitDefined e -> throw new IllegalStateException("Defined twice: " + e.split());
            case SplitApproved _ -> at(Stage.APPROVED);
            case SplitRejected _ -> at(Stage.REJECTED);
            case SplitCancelled _ -> at(Stage.CANCELLED);
            case SplitReserved _ -> at(Stage.RESERVED);
            case SplitPayeeAnswered e -> answered(e);
            case SplitBlocked _ -> at(Stage.BLOCKED);
            case SplitExecuted _ ->
                new Split(terms, checkers, Stage.EXECUTED, agreed, refusals, Optional.of(bookedAt), returns);
            case SplitReturnPromised e -> with(e.refund(), SplitReturn.promised(e.legs()));
            case SplitReturnStarted e -> with(e.refund(), of(e.refund()).at(SplitReturn.Stage.STARTED));
            case SplitReturnLegTold e -> with(e.refund(), of(e.refund()).told(e.payee(), e.gap()));
            case SplitReturned e -> with(e.refund(), of(e.refund()).at(SplitReturn.Stage.RETURNED));
            case SplitReturnCancelled e ->
                with(
                        e.refund(),
                        returnFor(e.refund())
                                .map(back -> back.at(SplitReturn.Stage.CANCELLED))
                                .orElseGet(SplitReturn::never));
        };
    }

    /** The payees that did not answer yet. */
    Set<MerchantFeeAccountId> asked() {
        var answered = Stream.concat(agreed.stream(), refusals.stream().map(PayeeRefusal::payee))
                .collect(Collectors.toSet());
        return terms.legs().stream()
                .map(SplitLeg::payee)
                .filter(payee -> !answered.contains(payee))
                .collect(Collectors.toSet());
    }

    Optional<SplitReturn> returnFor(RefundId refund) {
        return Optional.ofNullable(returns.get(refund));
    }

    /** What a payee has of this split and did not promise to any refund. */
    Money returnable(MerchantFeeAccountId payee) {
        var given = amountOf(terms.legs(), payee);
        var promised = returns.values().stream()
                .filter(SplitReturn::stands)
                .map(back -> amountOf(back.legs(), payee))
                .reduce(Money.ZERO, Money::plus);
        return given.minus(promised);
    }

    private static Money amountOf(List<SplitLeg> legs, MerchantFeeAccountId payee) {
        return SplitLeg.total(
                legs.stream().filter(leg -> leg.payee().equals(payee)).toList());
    }

    private SplitReturn of(RefundId refund) {
        return returnFor(refund).orElseThrow(() -> new IllegalStateException("Never promised to " + refund));
    }

    Split answered(SplitPayeeAnswered event) {
        var nextAgreed = new HashSet<>(agreed);
        var nextRefusals = new ArrayList<>(refusals);
        event.refusal()
                .ifPresentOrElse(
                        code -> nextRefusals.add(new PayeeRefusal(event.payee(), code)),
                        () -> nextAgreed.add(event.payee()));
        return new Split(terms, checkers, stage, nextAgreed, nextRefusals, executedAt, returns);
    }

    private Split at(Stage next) {
        return new Split(terms, checkers, next, agreed, refusals, executedAt, returns);
    }

    private Split with(RefundId refund, SplitReturn back) {
        var next = new HashMap<>(returns);
        next.put(refund, back);
        return new Split(terms, checkers, stage, agreed, refusals, executedAt, next);
    }
}
