package io.coffer.command.accounts;

import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.api.accounts.TerminationLeg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of the contract before its time, as far as it has come.
 *
 * @param plans how many were agreed on; a number is never given twice
 * @param pending the plan that waits for its approval
 * @param legs every part that was ever promised, by its number
 */
record Termination(
        boolean isUnderWay, int plans, Optional<TerminationPlanAgreed> pending, Map<String, TerminationLeg> legs) {

    static Termination none() {
        return new Termination(false, 0, Optional.empty(), Map.of());
    }

    Termination after(TerminationEvent event) {
        return switch (event) {
            case TerminationRequested _ -> new Termination(true, plans, pending, legs);
            case TerminationWithdrawn _ -> new Termination(false, plans, Optional.empty(), legs);
            case TerminationPlanAgreed e -> new Termination(true, e.planNo(), Optional.of(e), legs);
            case TerminationPlanRejected _ -> new Termination(true, plans, Optional.empty(), legs);
            case TerminationExecuted e -> {
                var next = new HashMap<>(legs);
                e.legs().forEach(leg -> next.put(leg.legNo(), leg));
                yield new Termination(true, plans, Optional.empty(), Map.copyOf(next));
            }
        };
    }

    /** Whether a plan was carried out: from then on nothing is expected and nothing leads back. */
    boolean isExecuted() {
        return !legs.isEmpty();
    }

    boolean hasPart(String itemNo) {
        return legs.containsKey(itemNo);
    }

    /** Whether an undecided plan wants to give this number to a leg. */
    boolean asksFor(String itemNo) {
        return pending.stream()
                .flatMap(plan -> plan.legs().stream())
                .anyMatch(leg -> leg.legNo().equals(itemNo));
    }

    Optional<TerminationPlanAgreed> pending(int planNo, List<TerminationLeg> content) {
        return pending.filter(plan -> plan.planNo() == planNo)
                .filter(plan -> plan.legs().equals(content));
    }
}
