package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;
import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundNotFound;
import io.coffer.api.refunds.RefundEvent.RefundPending;
import io.coffer.api.refunds.RefundEvent.RefundResultUnknown;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.Done;
import io.coffer.api.refunds.RefundOutcome.Refused;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.api.refunds.RefundRejection.RefundDateNotPossible;
import io.coffer.api.refunds.RefundRejection.RefundFundsDiffer;
import io.coffer.api.refunds.RefundRejection.RefundNotYetResendable;
import io.coffer.api.refunds.RefundRejection.RefundPutOff;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.kernel.DateSpan;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The talk with a channel ({@code domain.md} 1.5): claimed before the call, unknown is asked about, one number for ever. */
final class RefundChannelRules {

    /** A channel may tell late, and settles around holidays later; what is further away is a slip. */
    private static final int EARLIER_DAYS = 366;

    private static final int LATER_DAYS = 31;

    private RefundChannelRules() {}

    static Decision<RefundEvent> submit(Admitted state, Given given, RefundTimes times) {
        var quiet = state.talk().lastSubmittedAt().plus(times.quietTime());
        var earliest = state.talk().tries().due().filter(quiet::isBefore).orElse(quiet);
        if (RetryRules.mayGoAgain(state.stage()) && state.talk().tries().exhausted()) {
            return reject(new RefundPutOff(state.talk().attempts()));
        }
        var papers = PapersRules.openEnd(state);
        if (state.stage() == Stage.NOT_FOUND && papers.isPresent()) {
            return reject(papers.get());
        }
        return switch (state.stage()) {
            case FUNDED -> accept(claim(state));
            case NOT_FOUND, FAILED_RETRYABLE ->
                given.at().isBefore(earliest) ? reject(new RefundNotYetResendable(earliest)) : accept(claim(state));
            case PENDING_APPROVAL,
                    APPROVED,
                    SOURCE_RESERVED,
                    FUNDING_REQUIRED,
                    RECOVERING,
                    RECOVERY_PENDING,
                    SUBMITTING,
                    PENDING,
                    UNKNOWN,
                    FAILED_INSTRUMENT,
                    FAILED_FINAL,
                    REROUTE_PENDING,
                    REROUTE_REQUESTED,
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED -> reject(notIn(state, Stage.FUNDED, Stage.NOT_FOUND, Stage.FAILED_RETRYABLE));
        };
    }

    private static RefundSubmitted claim(Admitted state) {
        return new RefundSubmitted(state.refund(), state.talk().attempts() + 1);
    }

    static Decision<RefundEvent> pending(Admitted state) {
        return state.stage() == Stage.SUBMITTING ? accept(new RefundPending(state.refund())) : alreadyDone();
    }

    static Decision<RefundEvent> unknown(Admitted state, MarkRefundUnknown command) {
        return state.stage() == Stage.SUBMITTING || state.stage() == Stage.PENDING
                ? accept(new RefundResultUnknown(command.refund(), command.cause()))
                : alreadyDone();
    }

    /** It is sent again, ever more rarely, as if it had been put off: who denies it once may deny it for ever. */
    static Decision<RefundEvent> notFound(Admitted state, Given given, RefundTimes times) {
        return state.stage() == Stage.PENDING || state.stage() == Stage.UNKNOWN
                ? acceptAll(List.of(new RefundNotFound(state.refund()), RetryRules.after(state, given.at(), times)))
                : alreadyDone();
    }

    /** A result may come at any time after the first call: late, twice, out of order. */
    static Decision<RefundEvent> confirm(Admitted state, ConfirmRefund command, Given given, RefundTimes times) {
        if (state.talk().attempts() == 0) {
            return reject(new ContradictsRefund("never submitted"));
        }
        if (command.outcome() instanceof Done done) {
            var objection = objection(state, done.funds(), given)
                    .or(() -> done.fee()
                            .filter(fee -> !believable(given).contains(fee.settlementDate()))
                            .map(_ -> notPossible(given)));
            if (objection.isPresent()) {
                return reject(objection.get());
            }
        }
        return isOfEarlierCall(state, command)
                ? alreadyDone()
                : PapersRules.endedBy(state, word(state, command, given, times));
    }

    /** That an earlier call was put off is no other word than the success of a later one. */
    private static boolean isOfEarlierCall(Admitted state, ConfirmRefund command) {
        return command.outcome() instanceof Refused refused
                && refused.failure() == RefundFailure.RETRYABLE
                && state.talk().outcome().orElse(null) instanceof Done
                && command.attempt().filter(no -> no < state.talk().attempts()).isPresent();
    }

    private static Decision<RefundEvent> word(Admitted state, ConfirmRefund command, Given given, RefundTimes times) {
        return switch (state.stage()) {
            case SUBMITTING, PENDING, UNKNOWN, NOT_FOUND, FAILED_RETRYABLE ->
                switch (command.outcome()) {
                    case Done done -> acceptAll(succeeded(state, done));
                    case Refused refused ->
                        refused.failure() == RefundFailure.RETRYABLE && isNoNews(state, command, given, times)
                                ? alreadyDone()
                                : acceptAll(failed(state, refused, given, times));
                };
            // Nothing was done about the refusal yet, so the channel's better word is taken; against papers it must be
            // proven.
            case FAILED_INSTRUMENT, FAILED_FINAL ->
                command.outcome() instanceof Done done && !state.talk().papers().haveSettled()
                        ? acceptAll(succeeded(state, done))
                        : again(state, command.outcome());
            case PENDING_APPROVAL,
                    APPROVED,
                    SOURCE_RESERVED,
                    FUNDING_REQUIRED,
                    RECOVERING,
                    RECOVERY_PENDING,
                    FUNDED,
                    REROUTE_PENDING,
                    REROUTE_REQUESTED,
                    REROUTE_VERIFIED,
                    REROUTED,
                    SUCCEEDED,
                    CANCELLED,
                    REJECTED -> again(state, command.outcome());
        };
    }

    private static List<RefundEvent> failed(Admitted state, Refused refused, Given given, RefundTimes times) {
        var failed = new RefundFailed(state.refund(), refused.failure(), refused.code());
        return refused.failure() == RefundFailure.RETRYABLE
                ? List.of(failed, RetryRules.after(state, given.at(), times))
                : ReversalRules.ended(state, failed);
    }

    /**
     * A refusal that may be followed by another call also lets the refund be cancelled. So it counts only when it cannot be of
     * an earlier call than the latest, which may still be executed.
     */
    private static boolean isNoNews(Admitted state, ConfirmRefund command, Given given, RefundTimes times) {
        var talk = state.talk();
        if (state.stage() == Stage.FAILED_RETRYABLE) {
            return true;
        }
        var answersLatest = command.attempt().orElse(1) == talk.attempts();
        var isQuiet = !given.at().isBefore(talk.lastSubmittedAt().plus(times.quietTime()));
        return !answersLatest && (command.attempt().isPresent() || !isQuiet);
    }

    /** Out of what the channel of the payment owes us, or out of the account that was paid: the books know no other way. */
    private static boolean fits(Admitted state, RefundFunds funds) {
        return switch (funds) {
            case RefundFunds.Netted(var channel, var _) ->
                channel(state).filter(channel::equals).isPresent();
            case RefundFunds.Debited(var account, var _, var _) ->
                account.equals(state.facts().custodyAccount());
        };
    }

    /** Why it cannot have been paid out of that, or on that day. */
    static Optional<Rejection> objection(Admitted state, RefundFunds funds, Given given) {
        if (!fits(state, funds)) {
            return Optional.of(new RefundFundsDiffer(state.refund().value()));
        }
        return isBelievable(funds, given) ? Optional.empty() : Optional.of(notPossible(given));
    }

    private static boolean isBelievable(RefundFunds funds, Given given) {
        return believable(given)
                .contains(
                        switch (funds) {
                            case RefundFunds.Netted(var _, var date) -> date;
                            case RefundFunds.Debited(var _, var date, var _) -> date;
                        });
    }

    /** The ledger keeps what a channel owes by this date: one that cannot be true would stay open for ever. */
    private static DateSpan believable(Given given) {
        return DateSpan.around(given.at(), EARLIER_DAYS, LATER_DAYS);
    }

    private static RefundDateNotPossible notPossible(Given given) {
        var span = believable(given);
        return new RefundDateNotPossible(span.first(), span.last());
    }

    private static Optional<String> channel(Admitted state) {
        return state.facts().route() instanceof RefundRoute.ByChannel way
                ? Optional.of(way.channel())
                : Optional.empty();
    }

    static List<RefundEvent> succeeded(Admitted state, Done done) {
        var events = new ArrayList<RefundEvent>();
        events.add(new RefundSucceeded(
                state.refund(), state.requested().order(), state.amount(), done.channelRefundNo(), done.funds()));
        fee(state, done).ifPresent(events::add);
        return events;
    }

    /**
     * A fee that the payer bore goes back past us. What is more than the channel can have kept is not booked: nobody knows whose it
     * is, and the settlement that brings it differs from the books by as much.
     */
    static Optional<RefundFeeReturned> fee(Admitted state, Done done) {
        var facts = state.facts();
        if (state.reversal().isPresent()) {
            return ReversalRules.fee(state, state.reversal().get(), done);
        }
        return done.fee()
                .filter(fee -> !state.talk().feeBack() && !fee.amount().isZero())
                .flatMap(fee -> facts.bearer()
                        .filter(bearer -> bearer != FeeBearer.PAYER)
                        .flatMap(bearer -> channel(state).map(channel -> returned(state, fee, bearer, channel))));
    }

    private static RefundFeeReturned returned(Admitted state, ReturnedFee fee, FeeBearer bearer, String channel) {
        var booked = state.facts().feeBackMost().map(fee.amount()::min).orElse(fee.amount());
        return new RefundFeeReturned(
                state.refund(),
                state.facts().feeAccount(),
                bearer,
                booked,
                channel,
                fee.settlementDate(),
                Optional.of(fee.amount().above(booked)).filter(above -> !above.isZero()));
    }

    /**
     * The recorded word stands. Another one by which the payer has the money once more, or has it not, is a fact that people
     * must see at once; it is told once. Another reason of a refusal moves no money.
     */
    private static Decision<RefundEvent> again(Admitted state, RefundOutcome told) {
        var recorded = state.talk().outcome().orElseThrow();
        return switch (told) {
            case Done done
            when isSame(recorded, done) ->
                fee(state, done).<Decision<RefundEvent>>map(Decision::accept).orElseGet(Decision::alreadyDone);
            case Refused _ when told.equals(recorded) -> alreadyDone();
            // What was taken back the payer has not, whatever became of it before.
            case Refused _ when recorded instanceof Refused || state.talk().bounced() -> reject(contradicts(state));
            case Done _, Refused _ ->
                state.talk().claims().stream().anyMatch(claim -> claim.isThe(told))
                        ? reject(contradicts(state))
                        : acceptAll(ContradictionRules.told(state, recorded, told));
        };
    }

    private static boolean isSame(RefundOutcome recorded, Done told) {
        return recorded instanceof Done known
                && known.channelRefundNo().equals(told.channelRefundNo())
                && known.funds().equals(told.funds());
    }

    private static ContradictsRefund contradicts(Admitted state) {
        return new ContradictsRefund(state.stage().name());
    }

    /** Only what a channel gave can it take back, all of it and once; before that is known here, it is to tell again. */
    static Decision<RefundEvent> bounce(Admitted state, BounceRefund command, Given given) {
        if (!(state.talk().outcome().orElse(null) instanceof Done done)) {
            return reject(state.stage() == Stage.SUCCEEDED ? contradicts(state) : notIn(state, Stage.SUCCEEDED));
        }
        if (!done.channelRefundNo().equals(command.channelRefundNo())) {
            return reject(contradicts(state));
        }
        if (state.talk().bounced()) {
            return alreadyDone();
        }
        return Decision.unless(
                objection(state, command.funds(), given),
                () -> accept(new RefundBounced(
                        command.refund(), state.amount(), command.channelRefundNo(), command.funds())));
    }
}
