package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAlreadyReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeZero;
import io.coffer.api.merchants.FeeTaker;
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
            return reject(new FeeZero(command.orderNo()));
        }
        if (state.knows(command.orderNo())) {
            return reject(new FeeAlreadyReserved(command.orderNo()));
        }
        if (!state.standing().reserves()) {
            return reject(new FeeAccountRestricted(state.standing(), state.reason()));
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
            events.add(new FeeReserved(command.account(), new FeeTaker.Order(command.orderNo()), own));
        }
        if (!gap.isZero()) {
            events.add(new FeeAdvanced(command.account(), command.orderNo(), gap, state.custodyAccount()));
        }
        return events;
    }

    /**
     * Ends a reservation, whatever the account may do by now: it was promised before, and the order will not come. Its own
     * advance is paid back first, then the others, the oldest first; only the rest becomes available.
     */
    static Decision<FeeAccountEvent> end(FeeAccount state, EndFeeReservation command) {
        return state.buckets()
                .of(command.orderNo())
                .map(amount -> Decision.<FeeAccountEvent>acceptAll(ended(state, command, amount)))
                .orElseGet(() -> reject(new FeeNotReserved(command.orderNo())));
    }

    private static List<FeeAccountEvent> ended(FeeAccount state, EndFeeReservation command, Money amount) {
        var events = new ArrayList<FeeAccountEvent>();
        var rest = amount;
        for (var recovery : state.advances().beginningWith(command.orderNo()).recoveredBy(amount)) {
            rest = rest.minus(recovery.amount());
            events.add(new AdvanceRecovered(
                    command.account(),
                    recovery.orderNo(),
                    new FeeTaker.Order(command.orderNo()),
                    recovery.amount(),
                    recovery.left()));
        }
        events.add(new FeeReservationEnded(command.account(), command.orderNo(), rest, command.reason()));
        return events;
    }
}
