package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import java.util.List;

/** What proves that money may leave. */
public sealed interface ConditionCommand extends EscrowCommand {

    /** States that a release condition is fulfilled, with the proof. */
    record ConfirmReleaseCondition(EscrowAccountId account, ReleaseCondition condition, List<Evidence> evidence)
            implements ConditionCommand {
        public ConfirmReleaseCondition {
            evidence = List.copyOf(evidence);
        }
    }
}
