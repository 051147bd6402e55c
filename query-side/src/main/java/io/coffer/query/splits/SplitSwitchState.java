package io.coffer.query.splits;

import io.coffer.api.splits.SplitSwitchId;
import java.time.Instant;
import java.util.Optional;

/** All that is known of the switch of a merchant's splits that was ever used. */
record SplitSwitchState(
        SplitSwitchId id,
        boolean stopped,
        int stopNo,
        String reason,
        String stoppedBy,
        Optional<String> resumeRequestedBy,
        Instant stoppedAt,
        Instant changedAt,
        long stoppedPosition,
        long version) {}
