package io.coffer.api.approvals;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import java.time.Instant;

/** Every fact of an approval request. */
public sealed interface ApprovalEvent extends DomainEvent {

    ApprovalRequestId request();

    @Override
    default ApprovalRequestId source() {
        return request();
    }

    /** A command waits for other people until {@code expiresAt}. */
    @StoredAs("approvals.ApprovalProposed")
    record ApprovalProposed(
            ApprovalRequestId request,
            ApprovalSubject subject,
            CommandDigest digest,
            String makerId,
            int checkersRequired,
            Instant expiresAt)
            implements ApprovalEvent {}

    /** One checker agreed, others are still needed. */
    @StoredAs("approvals.ApprovalGranted")
    record ApprovalGranted(ApprovalRequestId request, String checkerId) implements ApprovalEvent {}

    /** The last needed checker agreed. The approval is complete and may be used once. */
    @StoredAs("approvals.ApprovalCompleted")
    record ApprovalCompleted(ApprovalRequestId request, ApprovalSubject subject, Approval approval)
            implements ApprovalEvent {}

    /** One checker refused. */
    @StoredAs("approvals.ApprovalDeclined")
    record ApprovalDeclined(ApprovalRequestId request, ApprovalSubject subject, String checkerId, String reason)
            implements ApprovalEvent {}

    /** The request ran out before it was agreed to or made use of. What it stood for waits no longer. */
    @StoredAs("approvals.ApprovalExpired")
    record ApprovalExpired(ApprovalRequestId request, ApprovalSubject subject) implements ApprovalEvent {}

    /** Its question answered itself before people did, or before what they agreed to was carried out. */
    @StoredAs("approvals.ApprovalWithdrawn")
    record ApprovalWithdrawn(ApprovalRequestId request, String reason) implements ApprovalEvent {}

    /** The approved command was carried out. */
    @StoredAs("approvals.ApprovalUsed")
    record ApprovalUsed(ApprovalRequestId request) implements ApprovalEvent {}
}
