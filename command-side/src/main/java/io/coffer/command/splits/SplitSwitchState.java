package io.coffer.command.splits;

import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a merchant's splits go.
 *
 * @param stopNo how often they were stopped so far
 * @param requestNo how often somebody asked to let them go after the last stop
 * @param causes why they were ever stopped
 */
record SplitSwitchState(boolean stopped, int stopNo, int requestNo, Set<String> causes) {

    SplitSwitchState {
        causes = Set.copyOf(causes);
    }

    static SplitSwitchState initial() {
        return new SplitSwitchState(false, 0, 0, Set.of());
    }

    SplitSwitchState after(SplitSwitchEvent event) {
        return switch (event) {
            case SplitsStopped e -> new SplitSwitchState(true, e.stopNo(), 0, with(e.reason()));
            case SplitsResumptionRequested e -> new SplitSwitchState(stopped, stopNo, e.requestNo(), causes);
            case SplitsResumed _ -> new SplitSwitchState(false, stopNo, 0, causes);
        };
    }

    private Set<String> with(String cause) {
        return Stream.concat(causes.stream(), Stream.of(cause)).collect(Collectors.toUnmodifiableSet());
    }
}
