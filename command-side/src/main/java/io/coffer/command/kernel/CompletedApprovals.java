package io.coffer.command.kernel;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import java.util.Optional;

/** What the slices may know of approvals: a complete one, to be put into the command that it approves. */
public interface CompletedApprovals {

    /** Empty while people are still missing, and for a request that does not exist. */
    Optional<Approval> find(ApprovalRequestId id);
}
