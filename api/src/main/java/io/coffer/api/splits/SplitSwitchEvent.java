package io.coffer.api.splits;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.util.Optional;

/** Every fact of the switch of a merchant's splits. */
public sealed interface SplitSwitchEvent extends DomainEvent {

    SplitSwitchId id();

    @Override
    default SplitSwitchId source() {
        return id();
    }

    /** No split of this merchant's contracts is defined or carried out from now on. */
    @StoredAs("splits.SplitsStopped")
    record SplitsStopped(SplitSwitchId id, int stopNo, String reason, String stoppedBy) implements SplitSwitchEvent {}

    /** Somebody wants them to go again. */
    @StoredAs("splits.SplitsResumptionRequested")
    record SplitsResumptionRequested(SplitSwitchId id, int stopNo, int requestNo, String reason, String requestedBy)
            implements SplitSwitchEvent {}

    /** They go again. */
    @StoredAs("splits.SplitsResumed")
    record SplitsResumed(SplitSwitchId id, int stopNo, Optional<String> approvalId) implements SplitSwitchEvent {}
}
