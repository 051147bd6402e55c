package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.kernel.DeadlineRule;
import java.time.Instant;
import java.util.List;

/** A request ends with its day, also one that was agreed to and never made use of. */
final class ApprovalDeadlines implements DeadlineRule {

    static final String EXPIRY = "approval.expiry";

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return event instanceof ApprovalEvent approval ? next(approval) : List.of();
    }

    private static List<DeadlineChange> next(ApprovalEvent event) {
        return switch (event) {
            case ApprovalProposed e -> List.of(new DeadlineChange.Set(EXPIRY, e.expiresAt()));
            case ApprovalGranted _, ApprovalCompleted _ -> List.of();
            case ApprovalDeclined _, ApprovalUsed _, ApprovalExpired _, ApprovalWithdrawn _ ->
                List.of(new DeadlineChange.Clear(EXPIRY));
        };
    }
}
