package io.coffer.command.approvals;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import java.util.ArrayList;
import java.util.List;

/** How far a request got. */
sealed interface ApprovalState {

    static ApprovalState initial() {
        return new Unproposed();
    }

    ApprovalState after(ApprovalEvent event);

    /** No such request. */
    record Unproposed() implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            if (event instanceof ApprovalProposed proposed) {
                return new Open(proposed, List.of());
            }
            throw new IllegalStateException("The history of " + event.request() + " does not begin with a proposal");
        }
    }

    /** Waits for checkers. */
    record Open(ApprovalProposed proposal, List<String> checkers) implements ApprovalState {
        public Open {
            checkers = List.copyOf(checkers);
        }

        List<String> with(String checker) {
            var next = new ArrayList<>(checkers);
            next.add(checker);
            return next;
        }

        @Override
        public ApprovalState after(ApprovalEvent event) {
            return switch (event) {
                case ApprovalGranted e -> new Open(proposal, with(e.checkerId()));
                case ApprovalCompleted e -> new Complete(e.approval(), false);
                case ApprovalDeclined _ -> new Declined();
                case ApprovalProposed _, ApprovalUsed _ ->
                    throw new IllegalStateException(event + " cannot follow an open request");
            };
        }
    }

    /** Enough people agreed. */
    record Complete(Approval approval, boolean used) implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            if (event instanceof ApprovalUsed) {
                return new Complete(approval, true);
            }
            throw new IllegalStateException(event + " cannot follow a complete approval");
        }
    }

    /** One person refused. */
    record Declined() implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            throw new IllegalStateException(event + " cannot follow a refusal");
        }
    }
}
