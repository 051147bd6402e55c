package io.coffer.api.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * Who gives a command.
 *
 * @param subject the person or system as its issuer names it; makers and checkers are compared by it
 */
public record Actor(Kind kind, String subject, Optional<TenantId> tenant, Set<Role> roles) {

    /** Where an actor stands. */
    public enum Kind {
        TENANT,
        INSTITUTION,
        POLICY
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor tenant(TenantId tenant, String subject, Set<Role> roles) {
        return new Actor(Kind.TENANT, subject, Optional.of(tenant), roles);
    }

    public static Actor institution(String subject, Set<Role> roles) {
        return new Actor(Kind.INSTITUTION, subject, Optional.empty(), roles);
    }

    /** A policy acts for the institution, on behalf of the event that it saw. */
    public static Actor policy(String name) {
        return new Actor(Kind.POLICY, "policy:" + name, Optional.empty(), Set.of(Role.POLICY));
    }

    /** Whether an object of this owner exists for the actor at all. */
    public boolean sees(Owner owner) {
        return kind != Kind.TENANT || owner.asTenant().equals(tenant);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
