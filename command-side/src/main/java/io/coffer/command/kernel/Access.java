package io.coffer.command.kernel;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import java.util.Optional;
import java.util.Set;

/** Who may do what. Asked inside decisions, so that no way in can forget it. */
public final class Access {

    private Access() {}

    /** The object must be visible to the actor, exist, and the actor must have one of the roles; in this order. */
    public static Optional<Rejection> to(AggregateId id, boolean exists, Given given, Role... oneOf) {
        if (!exists || !given.actor().sees(id.owner())) {
            return Optional.of(new NotFound(id.value()));
        }
        return role(given, oneOf);
    }

    /** As {@link #to}, for a command that may bring the object into being. */
    public static Optional<Rejection> toOpen(AggregateId id, Given given, Role... oneOf) {
        return to(id, true, given, oneOf);
    }

    private static Optional<Rejection> role(Given given, Role... oneOf) {
        for (var role : oneOf) {
            if (given.actor().has(role)) {
                return Optional.empty();
            }
        }
        return Optional.of(new NotPermitted(Set.of(oneOf)));
    }
}
