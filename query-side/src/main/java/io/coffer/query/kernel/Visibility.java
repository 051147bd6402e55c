package io.coffer.query.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.KernelRejection;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Role;
import io.coffer.platform.web.RejectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who may read what. Missing, malformed and somebody else's answer alike. */
public final class Visibility {

    private static final Set<Role> READERS =
            Set.of(Role.BUSINESS, Role.OPERATOR, Role.CHECKER, Role.CUSTOMER_SERVICE, Role.AUDITOR);

    private Visibility() {}

    /** The identity, if the actor may know that it exists. */
    public static <I extends AggregateId> I visible(Actor actor, String text, Function<String, I> identity) {
        reader(actor);
        return owned(actor, text, identity);
    }

    /** As {@link #visible}, for objects that the bank adapter may read too. */
    public static <I extends AggregateId> I owned(Actor actor, String text, Function<String, I> identity) {
        try {
            var id = identity.apply(text);
            if (actor.sees(id.owner())) {
                return id;
            }
        } catch (MalformedKey malformed) {
            throw missing(text);
        }
        throw missing(text);
    }

    public static RejectionException missing(String id) {
        return new RejectionException(new KernelRejection.NotFound(id));
    }

    /** Everybody who reads at all; the bank adapter only delivers. */
    public static void reader(Actor actor) {
        oneOf(actor, READERS);
    }

    /** The institution's people, for what belongs to no tenant. */
    public static void institution(Actor actor, Role... roles) {
        var allowed = Set.of(roles);
        if (actor.kind() == Actor.Kind.TENANT) {
            throw new RejectionException(new KernelRejection.NotPermitted(allowed));
        }
        oneOf(actor, allowed);
    }

    /** The one tenant whose objects a list may show; none means everybody's. */
    public static Optional<String> onlyTenant(Actor actor) {
        reader(actor);
        return actor.kind() == Actor.Kind.TENANT
                ? Optional.of(
                        actor.tenant().orElseThrow(() -> missing("tenant")).value())
                : Optional.empty();
    }

    private static void oneOf(Actor actor, Set<Role> allowed) {
        if (actor.roles().stream().noneMatch(allowed::contains)) {
            throw new RejectionException(new KernelRejection.NotPermitted(allowed));
        }
    }
}
