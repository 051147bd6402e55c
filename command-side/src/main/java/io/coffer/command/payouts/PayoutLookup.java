package io.coffer.command.payouts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.command.kernel.Histories;
import io.coffer.command.payouts.PayoutState.Instruction;
import java.util.stream.Stream;

/** What is true right now about payouts and their switches, folded from their histories. */
final class PayoutLookup {

    private final Histories histories;

    PayoutLookup(Histories histories) {
        this.histories = histories;
    }

    Instruction instruction(PayoutId payout) {
        var state = histories.fold(
                payout,
                PayoutState.initial(),
                (folded, fact) -> folded.after((PayoutEvent) fact.event(), fact.bookedAt()));
        if (state instanceof Instruction instruction) {
            return instruction;
        }
        throw new IllegalStateException("No payout " + payout);
    }

    /** Whether the switch of all payouts, or of this custody account's, halts submissions. */
    boolean isStopped(CustodyAccount account) {
        return Stream.of(PayoutSwitchId.all(), PayoutSwitchId.of(account))
                .anyMatch(id -> histories
                        .fold(
                                id,
                                SwitchState.initial(),
                                (folded, fact) -> folded.after((PayoutSwitchEvent) fact.event()))
                        .stopped());
    }
}
