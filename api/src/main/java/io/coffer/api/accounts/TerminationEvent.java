package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import java.util.List;
import java.util.Optional;

/** The end of a contract before its time, from the wish to the parts that everybody gets. */
public sealed interface TerminationEvent extends EscrowEvent {

    /** The contract is dissolved: parties get money by an agreed plan only. */
    @StoredAs("accounts.TerminationRequested")
    record TerminationRequested(EscrowAccountId account, String reason, List<Evidence> evidence, String requestedBy)
            implements TerminationEvent {
        public TerminationRequested {
            evidence = List.copyOf(evidence);
        }
    }

    /** The contract goes on as if nothing had been asked for; a plan that waited ends with it. */
    @StoredAs("accounts.TerminationWithdrawn")
    record TerminationWithdrawn(EscrowAccountId account, String reason) implements TerminationEvent {}

    /**
     * All parties signed who gets which part; other people must approve.
     *
     * @param requestedBy the maker; no checker may be the same
     * @param checkersRequired how many other people must approve
     */
    @StoredAs("accounts.TerminationPlanAgreed")
    record TerminationPlanAgreed(
            EscrowAccountId account,
            int planNo,
            List<TerminationLeg> legs,
            List<Signature> signatures,
            String requestedBy,
            int checkersRequired)
            implements TerminationEvent {
        public TerminationPlanAgreed {
            legs = List.copyOf(legs);
            signatures = List.copyOf(signatures);
        }
    }

    /** The plan ended without money moving; the parties may agree on another one. */
    @StoredAs("accounts.TerminationPlanRejected")
    record TerminationPlanRejected(EscrowAccountId account, int planNo, String reason) implements TerminationEvent {}

    /** Each part of the balance is promised to its own taker: a buyer's to a refund, any other to a payout (PR-231). */
    @StoredAs("accounts.TerminationExecuted")
    record TerminationExecuted(
            EscrowAccountId account,
            int planNo,
            List<TerminationLeg> legs,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements TerminationEvent {
        public TerminationExecuted {
            legs = List.copyOf(legs);
        }
    }
}
