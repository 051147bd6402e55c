package io.coffer.platform.security;

import io.coffer.api.kernel.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who gives the request that this thread serves. A controller may simply take an {@link Actor} as a parameter. */
public final class Actors {

    private Actors() {}

    public static Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new AccessDeniedException("No actor");
    }
}
