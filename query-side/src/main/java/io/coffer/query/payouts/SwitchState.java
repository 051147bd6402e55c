package io.coffer.query.payouts;

import io.coffer.api.payouts.PayoutSwitchId;
import java.time.Instant;
import java.util.Optional;

/** All that is known of a payout switch that was ever used. */
record SwitchState(
        PayoutSwitchId id,
        boolean stopped,
        int stopNo,
        String reason,
        String stoppedBy,
        Optional<String> resumeRequestedBy,
        Instant stoppedAt,
        Instant changedAt,
        long version) {}
