package io.coffer.query.splits;

import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of the switch of a merchant's splits. */
final class SplitSwitchFolding implements Folding<SplitSwitchState> {

    static final String NAME = "split_switch";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "SS:";
    }

    @Override
    public Class<SplitSwitchState> type() {
        return SplitSwitchState.class;
    }

    @Override
    public List<Searched<SplitSwitchState>> searched() {
        return List.of(
                Searched.flag("stopped", SplitSwitchState::stopped),
                Searched.number("first_position", state -> Optional.of(state.stoppedPosition())));
    }

    @Override
    public SplitSwitchState after(@Nullable SplitSwitchState before, Booked booked) {
        if (!(booked.event() instanceof SplitSwitchEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a switch");
        }
        if (event instanceof SplitsStopped stopped) {
            return new SplitSwitchState(
                    stopped.id(),
                    true,
                    stopped.stopNo(),
                    stopped.reason(),
                    stopped.stoppedBy(),
                    Optional.empty(),
                    booked.bookedAt(),
                    booked.bookedAt(),
                    booked.position(),
                    booked.sequence());
        }
        if (before == null) {
            throw new Poison(booked.position(), booked.name(), "A switch that was never used");
        }
        return switch (event) {
            case SplitsStopped _ -> before;
            case SplitsResumptionRequested e -> changed(before, true, Optional.of(e.requestedBy()), booked);
            case SplitsResumed _ -> changed(before, false, Optional.empty(), booked);
        };
    }

    private static SplitSwitchState changed(
            SplitSwitchState before, boolean stopped, Optional<String> resumeRequestedBy, Booked booked) {
        return new SplitSwitchState(
                before.id(),
                stopped,
                before.stopNo(),
                before.reason(),
                before.stoppedBy(),
                resumeRequestedBy,
                before.stoppedAt(),
                booked.bookedAt(),
                before.stoppedPosition(),
                booked.sequence());
    }
}
