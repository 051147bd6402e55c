package io.coffer.command.accounts;

import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.ConditionEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.ReleaseCondition;
import java.util.EnumSet;
import java.util.Set;

/** What is proven. */
record Conditions(Set<ReleaseCondition> confirmed) {

    static Conditions none() {
        return new Conditions(Set.of());
    }

    Conditions after(ConditionEvent event) {
        return switch (event) {
            case ReleaseConditionConfirmed e -> {
                var next = EnumSet.of(e.condition());
                next.addAll(confirmed);
                yield new Conditions(Set.copyOf(next));
            }
        };
    }
}
