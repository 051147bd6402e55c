package io.coffer.command.splits;

import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;

/**
 * Whether a merchant's splits go.
 *
 * @param stopNo how often they were stopped so far
 * @param requestNo how often somebody asked to let them go after the last stop
 */
record SplitSwitchState(boolean stopped, int stopNo, int requestNo) {

    static SplitSwitchState initial() {
        return new SplitSwitchState(false, 0, 0);
    }

    SplitSwitchState after(SplitSwitchEvent event) {
        return switch (event) {
            case SplitsStopped e -> new SplitSwitchState(true, e.stopNo(), 0);
            case SplitsResumptionRequested e -> new SplitSwitchState(stopped, stopNo, e.requestNo());
            case SplitsResumed _ -> new SplitSwitchState(false, stopNo, 0);
        };
    }
}
