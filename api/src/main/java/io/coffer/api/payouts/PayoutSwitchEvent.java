package io.coffer.api.payouts;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.util.Optional;

/** Every fact of a payout switch. */
public sealed interface PayoutSwitchEvent extends DomainEvent {

    PayoutSwitchId id();

    @Override
    default PayoutSwitchId source() {
        return id();
    }

    /** No payout under this switch is submitted from now on. */
    @StoredAs("payouts.PayoutsStopped")
    record PayoutsStopped(PayoutSwitchId id, int stopNo, String reason, String stoppedBy)
            implements PayoutSwitchEvent {}

    /** Somebody wants payouts to go again. */
    @StoredAs("payouts.ResumeRequested")
    record ResumeRequested(PayoutSwitchId id, int stopNo, int requestNo, String reason, String requestedBy)
            implements PayoutSwitchEvent {}

    /** Payouts go again. */
    @StoredAs("payouts.PayoutsResumed")
    record PayoutsResumed(PayoutSwitchId id, int stopNo, Optional<String> approvalId) implements PayoutSwitchEvent {}
}
