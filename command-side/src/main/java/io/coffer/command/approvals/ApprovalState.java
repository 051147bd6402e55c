package io.coffer.command.approvals;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                case ApprovalCompleted e -> new Complete(proposal, e.approval(), false);
                case ApprovalDeclined _ -> new Declined();
                case ApprovalExpired _ -> new Expired(proposal, Optional.empty());
                case ApprovalWithdrawn _ -> new Withdrawn();
                case ApprovalProposed _, ApprovalUsed _ ->
                    throw new IllegalStateException(event + " cannot follow an open request");
            };
        }
    }

    /** Enough people agreed. */
    record Complete(ApprovalProposed proposal, Approval approval, boolean used) implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            return switch (event) {
                case ApprovalUsed _ -> new Complete(proposal, approval, true);
                case ApprovalExpired _ -> new Expired(proposal, Optional.of(approval));
                case ApprovalWithdrawn _ -> new Withdrawn();
                case ApprovalProposed _, ApprovalGranted _, ApprovalCompleted _, ApprovalDeclined _ ->
                    throw new IllegalStateException(event + " cannot follow a complete approval");
            };
        }
    }

    /**
     * Its time was over first.
     *
     * @param approval what people had agreed to; it approves nothing any more
     */
    record Expired(ApprovalProposed proposal, Optional<Approval> approval) implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            throw new IllegalStateException(event + " cannot follow the end of its time");
        }
    }

    /** One person refused. */
    record Declined() implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            throw new IllegalStateException(event + " cannot follow a refusal");
        }
    }

    /** Its question answered itself. */
    record Withdrawn() implements ApprovalState {
        @Override
        public ApprovalState after(ApprovalEvent event) {
            throw new IllegalStateException(event + " cannot follow a withdrawal");
        }
    }
}
