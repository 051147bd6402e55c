package io.coffer.api.accounts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.util.List;

/** Every refusal around the end of a contract before its time. */
public sealed interface TerminationRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The parts contradict each other or what came in; every reason is listed. */
    record TerminationPlanInvalid(List<String> reasons) implements TerminationRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The balance cannot be divided like this: " + String.join("; ", reasons) + ".";
        }
    }

    /** A plan leaves nothing and pays nothing that is not there. */
    record TerminationPlanUnbalanced(Money planned, Money balance) implements TerminationRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The plan divides " + planned + ", and the account holds " + balance + ".";
        }
    }

    /** Borrowed money goes back to who lent it, whatever the parties sign. */
    record LoanNotToLender(Money loan, Money toLenders, Money gap) implements TerminationRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "Of the balance " + loan + " is the loan, and lenders get " + toLenders + "; " + gap
                    + " are missing.";
        }
    }

    /** Everything that keeps a part of the balance from being divided, at once. */
    record TerminationBlocked(List<ClosureBlocker> blockers) implements TerminationRejection {
        @Override
        public String sentence() {
            return "The balance cannot be divided yet: "
                    + blockers.stream()
                            .map(blocker -> blocker.kind().name())
                            .distinct()
                            .toList() + ".";
        }
    }

    /** Another plan waits for its approval. */
    record TerminationPlanUndecided(int planNo) implements TerminationRejection {
        @Override
        public String sentence() {
            return "Plan " + planNo + " is not decided yet.";
        }
    }

    /** No undecided plan has this number and content. */
    record TerminationPlanNotPending(int planNo) implements TerminationRejection {
        @Override
        public String sentence() {
            return "No undecided plan with this content has the number " + planNo + ".";
        }
    }

    /** Parts were paid by a plan; what is left needs another one. */
    record TerminationCarriedOut(String account) implements TerminationRejection {
        @Override
        public String sentence() {
            return "A plan was carried out; what is left or came back is divided by another plan.";
        }
    }
}
