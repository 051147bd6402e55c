package io.coffer.query.approvals;

import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.approvals.CommandDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is known of an approval request. */
record ApprovalState(
        ApprovalRequestId request,
        ApprovalSubject subject,
        CommandDigest digest,
        Status state,
        String makerId,
        List<String> checkerIds,
        int checkersRequired,
        Instant proposedAt,
        Instant expiresAt,
        Instant changedAt,
        Optional<String> reason,
        long proposedPosition,
        long version) {

    enum Status {
        PROPOSED,
        COMPLETED,
        DECLINED,
        USED,
        EXPIRED,
        /** Its question answered itself. */
        WITHDRAWN
    }
}
