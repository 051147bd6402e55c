package io.coffer.api.approvals;

import java.time.Instant;
import java.util.List;

/**
 * What an approval request says once enough people agreed. The target of the command re-checks all of it.
 *
 * @param expiresAt from this instant on it approves nothing
 */
public record Approval(
        ApprovalRequestId id, CommandDigest digest, String makerId, List<String> checkerIds, Instant expiresAt) {

    public Approval {
        checkerIds = List.copyOf(checkerIds);
    }
}
