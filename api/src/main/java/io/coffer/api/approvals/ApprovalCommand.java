package io.coffer.api.approvals;

import io.coffer.api.kernel.Command;

/** Every intent towards an approval request. */
public sealed interface ApprovalCommand extends Command {

    ApprovalRequestId request();

    @Override
    default ApprovalRequestId target() {
        return request();
    }

    /** Puts a command before other people. */
    record ProposeApproval(ApprovalRequestId request, ApprovalSubject subject, String makerId, int checkersRequired)
            implements ApprovalCommand {}

    /** One checker agrees. */
    record Approve(ApprovalRequestId request) implements ApprovalCommand {}

    /** One checker refuses; that ends the request. */
    record Decline(ApprovalRequestId request, String reason) implements ApprovalCommand {}

    /** Ends a request that nobody agreed to, or nobody made use of, in its time. Before that it changes nothing. */
    record ExpireApproval(ApprovalRequestId request) implements ApprovalCommand {}

    /** Ends a request whose question has answered itself: nobody needs to decide any more. */
    record WithdrawApproval(ApprovalRequestId request, String reason) implements ApprovalCommand {}

    /** Mirrors that the approved command was carried out. */
    record MarkUsed(ApprovalRequestId request) implements ApprovalCommand {}
}
