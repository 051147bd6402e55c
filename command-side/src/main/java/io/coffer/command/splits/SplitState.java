package io.coffer.command.splits;

import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import java.time.Instant;

/** What a split's history adds up to. The sealed pair makes every rule say what it does about a missing one. */
sealed interface SplitState permits SplitState.Undefined, Split {

    static SplitState initial() {
        return new Undefined();
    }

    SplitState after(SplitEvent event, Instant bookedAt);

    /** No such split. */
    record Undefined() implements SplitState {

        @Override
        public SplitState after(SplitEvent event, Instant bookedAt) {
            if (event instanceof SplitDefined defined) {
                return Split.of(defined);
            }
            throw new IllegalStateException("The history of " + event.split() + " does not begin with its definition");
        }
    }
}
