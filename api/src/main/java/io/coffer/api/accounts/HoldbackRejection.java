package io.coffer.api.accounts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.List;

/** Every refusal around the hold-back. */
public sealed interface HoldbackRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** The terms say nothing of a hold-back that comes from there. */
    record HoldbackNotAgreed(HoldbackSource source) implements HoldbackRejection {
        @Override
        public String sentence() {
            return "The terms name no hold-back of the kind " + source + ".";
        }
    }

    /** The hold-back has no more that nobody claimed. */
    record ExceedsUnclaimed(Money asked, Money unclaimed, Money gap) implements HoldbackRejection {
        @Override
        public String sentence() {
            return "Only " + unclaimed + " of the hold-back is claimed by nobody; " + gap + " are missing.";
        }
    }

    /** Another claim of this account has the number. */
    record ClaimNumberTaken(String claimNo) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "A claim with the number " + claimNo + " exists.";
        }
    }

    /** There is no such claim, or it was given up or paid. */
    record ClaimNotOpen(String claimNo) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No open claim has the number " + claimNo + ".";
        }
    }

    /** A seller objects in the agreed time only. */
    record ObjectionTooLate(String claimNo, Instant until) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Claim " + claimNo + " could be objected to until " + until + ".";
        }
    }

    /** The hold-back goes to nobody before the home is handed over. */
    record HandoverMissing(String account) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The hold-back is paid out after the handover, and that is not confirmed.";
        }
    }

    /** The legs contradict the claims or each other; every reason is listed. */
    record SettlementInvalid(List<String> reasons) implements HoldbackRejection {
        @Override
        public String sentence() {
            return "The hold-back cannot be paid out like this: " + String.join("; ", reasons) + ".";
        }
    }

    /** Another settlement waits for its decision. */
    record SettlementUndecided(int settlementNo) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Settlement " + settlementNo + " is not decided yet.";
        }
    }

    /** No undecided settlement has this number and content. */
    record SettlementNotPending(int settlementNo) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No undecided settlement with this content has the number " + settlementNo + ".";
        }
    }

    /** A hold-back stays a hold-back: available money would lose its claims. */
    record HoldbackNotRestored(String legNo) implements HoldbackRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "What came back of leg " + legNo + " of the hold-back is paid again; it is not restored.";
        }
    }
}
