package io.coffer.query.payouts;

import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a switch. */
final class SwitchFolding implements Folding<SwitchState> {

    static final String NAME = "payout_switch";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "PS:";
    }

    @Override
    public Class<SwitchState> type() {
        return SwitchState.class;
    }

    @Override
    public SwitchState after(@Nullable SwitchState before, Booked booked) {
        if (!(booked.event() instanceof PayoutSwitchEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a switch");
        }
        if (event instanceof PayoutsStopped stopped) {
            return new SwitchState(
                    stopped.id(),
                    true,
                    stopped.stopNo(),
                    stopped.reason(),
                    stopped.stoppedBy(),
                    Optional.empty(),
                    booked.bookedAt(),
                    booked.bookedAt(),
                    booked.sequence());
        }
        if (before == null) {
            throw new Poison(booked.position(), booked.name(), "A switch that was never used");
        }
        return switch (event) {
            case PayoutsStopped _ -> before;
            case ResumeRequested e -> changed(before, true, Optional.of(e.requestedBy()), booked);
            case PayoutsResumed _ -> changed(before, false, Optional.empty(), booked);
        };
    }

    private static SwitchState changed(
            SwitchState before, boolean stopped, Optional<String> resumeRequestedBy, Booked booked) {
        return new SwitchState(
                before.id(),
                stopped,
                before.stopNo(),
                before.reason(),
                before.stoppedBy(),
                resumeRequestedBy,
                before.stoppedAt(),
                booked.bookedAt(),
                booked.sequence());
    }
}
