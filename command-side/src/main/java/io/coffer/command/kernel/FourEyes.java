package io.coffer.command.kernel;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.kernel.Rejection;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/** The target's own check of an approval: the exact command, enough other people, in time ({@code domain.md} 1.14). */
public final class FourEyes {

    private FourEyes() {}

    public static Optional<Rejection> objection(
            Approvable command, Optional<Approval> given, int checkersRequired, Instant at) {
        if (given.isEmpty()) {
            return checkersRequired == 0 ? Optional.empty() : Optional.of(new ApprovalMissing(checkersRequired));
        }
        var approval = given.get();
        if (!approval.digest().equals(command.digest())) {
            return Optional.of(new DigestDiffers(approval.id().value()));
        }
        if (!at.isBefore(approval.expiresAt())) {
            return Optional.of(new ApprovalExpired(approval.expiresAt()));
        }
        var people = new HashSet<>(approval.checkerIds());
        people.remove(approval.makerId());
        return people.size() < checkersRequired
                ? Optional.of(new ApproversInsufficient(checkersRequired, approval.checkerIds()))
                : Optional.empty();
    }
}
