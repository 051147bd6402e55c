package io.coffer.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the actor out of a verified token. A token without any role of ours is somebody without rights. */
final class TokenActors implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final Set<Role> OF_TENANTS = Set.of(Role.BUSINESS);
    private static final Set<Role> OF_INSTITUTION = EnumSet.complementOf(EnumSet.of(Role.BUSINESS, Role.POLICY));

    private final String rolesClaim;
    private final String tenantClaim;

    /** By the token itself, for as long as {@link VerifiedTokens} remembers it. Its upkeep is shorter than waking a thread for it. */
    private final LoadingCache<Jwt, Bearer> bearers =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(this::bearer);

    TokenActors(String rolesClaim, String tenantClaim) {
        this.rolesClaim = rolesClaim;
        this.tenantClaim = tenantClaim;
    }

    private record Bearer(Actor actor, List<SimpleGrantedAuthority> authorities) {}

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var bearer = bearers.get(token);
        return new JwtAuthenticationToken(token, bearer.actor(), bearer.authorities());
    }

    private Bearer bearer(Jwt token) {
        var actor = actor(token);
        return new Bearer(
                actor,
                actor.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    private Actor actor(Jwt token) {
        var named = named(token);
        var subject = Objects.requireNonNull(token.getSubject());
        if (!token.hasClaim(tenantClaim)) {
            named.retainAll(OF_INSTITUTION);
            return Actor.institution(subject, named);
        }
        named.retainAll(OF_TENANTS);
        return tenant(token)
                .map(tenant -> Actor.tenant(tenant, subject, named))
                .orElseGet(() -> Actor.institution(subject, Set.of()));
    }

    private Optional<TenantId> tenant(Jwt token) {
        try {
            return token.getClaim(tenantClaim) instanceof String name
                    ? Optional.of(new TenantId(name))
                    : Optional.empty();
        } catch (MalformedKey noTenant) {
            return Optional.empty();
        }
    }

    private Set<Role> named(Jwt token) {
        var named = EnumSet.noneOf(Role.class);
        if (token.getClaim(rolesClaim) instanceof Collection<?> names) {
            Arrays.stream(Role.values())
                    .filter(role -> names.contains(role.name()))
                    .forEach(named::add);
        }
        return named;
    }
}
