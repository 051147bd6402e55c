package io.coffer.command.splits;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitRejection.ReturnExceedsLeg;
import io.coffer.api.splits.SplitRejection.ReturnNotPromised;
import io.coffer.api.splits.SplitRejection.ReturnWindowExceeded;
import io.coffer.api.splits.SplitRejection.SplitOfOtherPayment;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.splits.Split.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How payees give back of what they got ({@code domain.md} 1.5, "Refund after split"): for one refund of the same payment, at most
 * what this split gave each, and all of them at once, so that the payment has what the refund counts on or nothing.
 */
final class ReturnRules {

    private ReturnRules() {}

    /** Before other people agree to the refund, so that they never agree to what cannot be. */
    static Decision<SplitEvent> promise(Split state, PromiseReturn command, Given given, SplitTimes times) {
        return state.returnFor(command.refund())
                .map(known -> known.stands() && known.legs().equals(command.legs())
                        ? Decision.<SplitEvent>alreadyDone()
                        : notPromised(command.refund()))
                .orElseGet(() -> promiseFirst(state, command, given, times));
    }

    private static Decision<SplitEvent> promiseFirst(
            Split state, PromiseReturn command, Given given, SplitTimes times) {
        if (state.stage() != Stage.EXECUTED) {
            return reject(SplitRules.notIn(state, Stage.EXECUTED));
        }
        return Decision.unless(
                objection(state, command, given, times),
                () -> accept(new SplitReturnPromised(command.split(), command.refund(), command.legs())));
    }

    private static Optional<Rejection> objection(Split state, PromiseReturn command, Given given, SplitTimes times) {
        if (!command.order().equals(state.terms().order())) {
            return Optional.of(new SplitOfOtherPayment(state.terms().order().value()));
        }
        var until = state.executedAt().orElseThrow().plus(times.returnWithin());
        if (given.at().isAfter(until)) {
            return Optional.of(new ReturnWindowExceeded(until));
        }
        return command.legs().stream()
                .map(SplitLeg::payee)
                .distinct()
                .filter(payee -> total(command.legs(), payee.value()).exceeds(state.returnable(payee)))
                .findFirst()
                .map(payee -> new ReturnExceedsLeg(payee.value(), state.returnable(payee)));
    }

    private static Money total(List<SplitLeg> legs, String payee) {
        return SplitLeg.total(
                legs.stream().filter(leg -> leg.payee().value().equals(payee)).toList());
    }

    static Decision<SplitEvent> start(Split state, ReturnSplit command) {
        return state.returnFor(command.refund())
                .map(back -> switch (back.stage()) {
                    case PROMISED ->
                        Decision.<SplitEvent>accept(
                                new SplitReturnStarted(command.split(), command.refund(), back.legs()));
                    case STARTED, RETURNED -> Decision.<SplitEvent>alreadyDone();
                    case CANCELLED -> notPromised(command.refund());
                })
                .orElseGet(() -> notPromised(command.refund()));
    }

    /** What a payee sets aside after all, when nobody wants it any more, it ends when it hears of that. */
    static Decision<SplitEvent> told(Split state, RecordReturnLeg command) {
        return state.returnFor(command.refund())
                .filter(back -> back.stage() == SplitReturn.Stage.STARTED)
                .filter(back -> !back.gapOf(command.payee()).equals(Optional.of(command.gap())))
                .map(back -> acceptAll(told(state, command, back)))
                .orElseGet(Decision::alreadyDone);
    }

    private static List<SplitEvent> told(Split state, RecordReturnLeg command, SplitReturn back) {
        var events = new ArrayList<SplitEvent>();
        events.add(new SplitReturnLegTold(command.split(), command.refund(), command.payee(), command.gap()));
        if (back.told(command.payee(), command.gap()).isComplete()) {
            var terms = state.terms();
            events.add(
                    new SplitReturned(command.split(), command.refund(), terms.contract(), terms.order(), back.legs()));
        }
        return events;
    }

    /**
     * What was given back stays with the payment; nobody is asked any more for the rest. The end of what was never promised is kept
     * too: a promise that comes late, because it lay with people, must not hold for ever what no refund will take.
     */
    static Decision<SplitEvent> cancel(Split state, CancelReturn command) {
        return state.returnFor(command.refund())
                .map(back -> switch (back.stage()) {
                    case PROMISED -> Decision.<SplitEvent>accept(cancelled(command, back, false));
                    case STARTED -> Decision.<SplitEvent>accept(cancelled(command, back, true));
                    case RETURNED, CANCELLED -> Decision.<SplitEvent>alreadyDone();
                })
                .orElseGet(() -> accept(new SplitReturnCancelled(
                        command.split(), command.refund(), List.of(), false, command.reason())));
    }

    private static SplitReturnCancelled cancelled(CancelReturn command, SplitReturn back, boolean wasStarted) {
        return new SplitReturnCancelled(command.split(), command.refund(), back.legs(), wasStarted, command.reason());
    }

    private static Decision<SplitEvent> notPromised(RefundId refund) {
        return reject(new ReturnNotPromised(refund.value()));
    }
}
