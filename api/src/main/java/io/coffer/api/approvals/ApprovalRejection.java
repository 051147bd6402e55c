package io.coffer.api.approvals;

import io.coffer.api.kernel.Rejection;
import java.time.Instant;
import java.util.List;

/** Every refusal around approvals. */
public sealed interface ApprovalRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** Maker and checker must be different people. */
    record CheckerIsMaker(String person) implements ApprovalRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String sentence() {
            return "Who made the request cannot approve it.";
        }
    }

    /** The same person approves once. */
    record AlreadyApprovedByYou(String person) implements ApprovalRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "You have approved this before; another person must.";
        }
    }

    /** The request or its approval ran out. */
    record ApprovalExpired(Instant expiredAt) implements ApprovalRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The approval expired at " + expiredAt + ".";
        }
    }

    /** The command needs an approval and carries none. */
    record ApprovalMissing(int checkersRequired) implements ApprovalRejection {
        @Override
        public String sentence() {
            return "This needs the approval of " + checkersRequired + " other people.";
        }
    }

    /** The approval is of another command than this one. */
    record DigestDiffers(String approvalId) implements ApprovalRejection {
        @Override
        public String sentence() {
            return "Approval " + approvalId + " is of another command than this one.";
        }
    }

    /** Too few people, or the maker among them. */
    record ApproversInsufficient(int checkersRequired, List<String> checkers) implements ApprovalRejection {
        @Override
        public String sentence() {
            return checkersRequired + " different people other than the maker must approve this.";
        }
    }
}
