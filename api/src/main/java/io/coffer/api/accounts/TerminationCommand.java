package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ends a contract before its time: all parties agree who gets which part of the balance. */
public sealed interface TerminationCommand extends EscrowCommand {

    /** States that the contract is dissolved, with the proof; from now on only an agreed plan lets parties have money. */
    record RequestTermination(EscrowAccountId account, String reason, List<Evidence> evidence)
            implements TerminationCommand {
        public RequestTermination {
            evidence = List.copyOf(evidence);
        }
    }

    /** Goes back to the contract, while no plan was carried out. */
    record WithdrawTermination(EscrowAccountId account, String reason) implements TerminationCommand {}

    /** Divides the whole balance among the parties, signed by all of them. */
    record AgreeTerminationPlan(EscrowAccountId account, List<TerminationLegRequest> legs, List<Signature> signatures)
            implements TerminationCommand {
        public AgreeTerminationPlan {
            legs = List.copyOf(legs);
            signatures = List.copyOf(signatures);
        }
    }

    /** Lets the agreed parts go, with the approval of other people. */
    record ExecuteTermination(
            EscrowAccountId account, int planNo, List<TerminationLeg> legs, Optional<Approval> approval)
            implements TerminationCommand, Approvable {
        public ExecuteTermination {
            legs = List.copyOf(legs);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ExecuteTermination", account.value(), Integer.toString(planNo)));
            legs.forEach(leg -> content.addAll(leg.content()));
            return content;
        }
    }

    /** Ends a plan that nobody let go. */
    record RejectTerminationPlan(EscrowAccountId account, int planNo, String reason) implements TerminationCommand {}
}
