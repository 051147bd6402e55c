package io.coffer.command.payouts;

import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;

/**
 * Whether payouts go.
 *
 * @param stopNo how often they were stopped so far
 * @param requestNo how often somebody asked to resume after the last stop
 */
record SwitchState(boolean stopped, int stopNo, int requestNo) {

    static SwitchState initial() {
        return new SwitchState(false, 0, 0);
    }

    SwitchState after(PayoutSwitchEvent event) {
        return switch (event) {
            case PayoutsStopped e -> new SwitchState(true, e.stopNo(), 0);
            case ResumeRequested e -> new SwitchState(stopped, stopNo, e.requestNo());
            case PayoutsResumed _ -> new SwitchState(false, stopNo, 0);
        };
    }
}
