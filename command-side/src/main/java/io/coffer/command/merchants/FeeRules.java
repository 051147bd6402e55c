package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.TakeFeeReservation;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountRejection.FeeAlreadyReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeZero;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose fee B sets aside ({@code domain.md} 1.7): all of it for one named order, what B lacks from own cash within the limit,
 * or nothing. Money of the merchant's contracts is not within reach.
 */
final class FeeRules {

    private FeeRules() {}

    static Decision<FeeAccountEvent> reserve(FeeAccount state, ReserveFee command) {
        if (command.fee().isZero()) {
            return reject(new FeeZero(command.taker().orderNo()));
        }
        if (state.knows(command.taker())) {
            return reject(new FeeAlreadyReserved(command.taker().orderNo()));
        }
        var refusal = state.refusalAt(command.custodyAccount());
        if (refusal.isPresent()) {
            return reject(refusal.get());
        }
        var gap = command.fee().above(state.buckets().available());
        return gap.exceeds(state.advanceable())
                ? reject(new FeeNotCovered(gap, state.advanceable()))
                : Decision.acceptAll(reserved(state, command, gap));
    }

    private static List<FeeAccountEvent> reserved(FeeAccount state, ReserveFee command, Money gap) {
        var events = new ArrayList<FeeAccountEvent>();
        var own = command.fee().minus(gap);
        if (!own.isZero()) {
            events.add(new FeeReserved(command.account(), command.taker(), own));
        }
        if (!gap.isZero()) {
            events.add(new FeeAdvanced(command.account(), command.taker().orderNo(), gap, state.custodyAccount()));
        }
        return events;
    }

    /**
     * Ends a reservation, whatever the account may do by now: it was promised before, and the order will not come. Its own
     * advance is paid back first, then the others, the oldest first; only the rest becomes available. An advance that was only
     * promised is nobody's debt, so the promise ends and nothing is paid back.
     */
    static Decision<FeeAccountEvent> end(FeeAccount state, EndFeeReservation command) {
        if (!state.holdsFor(command.taker())) {
            return reject(new FeeNotReserved(command.taker().orderNo()));
        }
        var events = new ArrayList<FeeAccountEvent>();
        state.advances()
                .promisedTo(command.taker())
                .map(promise -> new RefundAdvanceWithdrawn(command.account(), promise.refund(), promise.amount()))
                .ifPresent(events::add);
        state.buckets().of(command.taker().orderNo()).ifPresent(amount -> events.addAll(ended(state, command, amount)));
        return Decision.acceptAll(events);
    }

    private static List<FeeAccountEvent> ended(FeeAccount state, EndFeeReservation command, Money amount) {
        var events = new ArrayList<FeeAccountEvent>();
        var rest = amount;
        for (var recovery :
                state.advances().beginningWith(command.taker().orderNo()).recoveredBy(amount)) {
            rest = rest.minus(recovery.amount());
            events.add(new AdvanceRecovered(
                    command.account(), recovery.orderNo(), command.taker(), recovery.amount(), recovery.left()));
        }
        events.add(new FeeReservationEnded(command.account(), command.taker().orderNo(), rest, command.reason()));
        return events;
    }

    /**
     * Mirrors that the taker has what was set aside for it: all of it, since a fee is frozen. Own cash that it was promised is out
     * from now on; what came in since then pays it back at once.
     */
    static Decision<FeeAccountEvent> take(FeeAccount state, TakeFeeReservation command) {
        if (!state.holdsFor(command.taker())) {
            return Decision.alreadyDone();
        }
        var amount = state.buckets().of(command.taker().orderNo()).orElse(Money.ZERO);
        var taken = new FeeReservationTaken(command.account(), command.taker(), amount);
        var after = state.after(taken);
        var events = new ArrayList<FeeAccountEvent>(List.of(taken));
        events.addAll(Recoveries.of(
                after.advances(), command.account(), after.buckets().available()));
        return Decision.acceptAll(events);
    }
}
