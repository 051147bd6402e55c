package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * Who pays the fee that the source of a refund lacks ({@code domain.md} 2, incident B): the merchant's own fee account, and what
 * that lacks own cash within the merchant's limit. There is no third way, and never a part of it.
 */
final class RefundFeeRules {

    private RefundFeeRules() {}

    static Decision<FeeAccountEvent> reserve(FeeAccount state, ReserveRefundFee command) {
        if (state.refunds().contains(command.refund()) || state.knows(new FeeTaker.Refund(command.refund()))) {
            return Decision.alreadyDone();
        }
        var refusal = state.refusalAt(command.custodyAccount());
        if (refusal.isPresent()) {
            return reject(refusal.get());
        }
        var advanced = command.fee().above(state.buckets().available());
        return advanced.exceeds(state.advanceable())
                ? reject(new FeeNotCovered(advanced, state.advanceable()))
                : Decision.acceptAll(granted(state, command));
    }

    private static List<FeeAccountEvent> granted(FeeAccount state, ReserveRefundFee command) {
        var own = command.fee().min(state.buckets().available());
        var events = new ArrayList<FeeAccountEvent>();
        if (!own.isZero()) {
            events.add(new FeeReserved(command.account(), new FeeTaker.Refund(command.refund()), own));
        }
        events.add(new RefundFeeGranted(
                command.account(), command.refund(), own, command.fee().minus(own)));
        return events;
    }
}
