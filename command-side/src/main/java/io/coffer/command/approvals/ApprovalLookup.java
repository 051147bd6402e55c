package io.coffer.command.approvals;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.command.approvals.ApprovalState.Complete;
import io.coffer.command.approvals.ApprovalState.Declined;
import io.coffer.command.approvals.ApprovalState.Expired;
import io.coffer.command.approvals.ApprovalState.Open;
import io.coffer.command.approvals.ApprovalState.Unproposed;
import io.coffer.command.approvals.ApprovalState.Withdrawn;
import io.coffer.command.kernel.CompletedApprovals;
import io.coffer.command.kernel.Histories;
import java.util.Optional;

/** Finds a complete approval by folding its request's history. */
final class ApprovalLookup implements CompletedApprovals {

    private final Histories histories;

    ApprovalLookup(Histories histories) {
        this.histories = histories;
    }

    @Override
    public Optional<Approval> find(ApprovalRequestId id) {
        var state = histories.fold(
                id, ApprovalState.initial(), (folded, fact) -> folded.after((ApprovalEvent) fact.event()));
        return switch (state) {
            case Complete complete -> Optional.of(complete.approval());
            // The target of the command says that it is too late.
            case Expired expired -> expired.approval();
            case Unproposed _, Open _, Declined _, Withdrawn _ -> Optional.empty();
        };
    }
}
