package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import java.util.List;

/** What was proven before money may leave. */
public sealed interface ConditionEvent extends EscrowEvent {

    /** A release condition is proven. */
    @StoredAs("accounts.ReleaseConditionConfirmed")
    record ReleaseConditionConfirmed(EscrowAccountId account, ReleaseCondition condition, List<Evidence> evidence)
            implements ConditionEvent {
        public ReleaseConditionConfirmed {
            evidence = List.copyOf(evidence);
        }
    }
}
