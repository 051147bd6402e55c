package io.coffer.command.payouts;

import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether payouts go.
 *
 * @param stopNo how often they were stopped so far
 * @param requestNo how often somebody asked to resume after the last stop
 * @param causes why they were ever stopped
 */
record SwitchState(boolean stopped, int stopNo, int requestNo, Set<String> causes) {

    SwitchState {
        causes = Set.copyOf(causes);
    }

    static SwitchState initial() {
        return new SwitchState(false, 0, 0, Set.of());
    }

    SwitchState after(PayoutSwitchEvent event) {
        return switch (event) {
            case PayoutsStopped e -> new SwitchState(true, e.stopNo(), 0, with(e.reason()));
            case ResumeRequested e -> new SwitchState(stopped, stopNo, e.requestNo(), causes);
            case PayoutsResumed _ -> new SwitchState(false, stopNo, 0, causes);
        };
    }

    private Set<String> with(String cause) {
        return Stream.concat(causes.stream(), Stream.of(cause)).collect(Collectors.toUnmodifiableSet());
    }
}
