package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.ledger.Postings;
import io.coffer.eventstore.OperationKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** The metadata of commands and events ({@code domain.md} 1.1.2): plain texts, so that any bus can carry them. */
public final class Envelope {

    private static final String OPERATION = "operationId";
    private static final String SCOPE = "operationScope";
    private static final String CORRELATION = "correlationId";
    private static final String CAUSATION = "causationId";
    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";
    private static final String ACTOR_ROLES = "actorRoles";
    private static final String ACTOR_TENANT = "actorTenant";
    private static final String TENANT = "tenant";
    private static final String AT = "commandedAt";
    private static final String POSTING_RULES = "postingRules";

    // Of the command only: they say how it is to be handled, not what happened.
    private static final String DIGEST = "operationDigest";
    private static final String EXPECTED_VERSIONS = "expectedVersions";

    private static final Set<String> COMMAND_ONLY = Set.of(DIGEST, EXPECTED_VERSIONS);

    private Envelope() {}

    static Map<String, String> of(Command command, Operation operation, Instant at) {
        var actor = operation.actor();
        var texts = new HashMap<String, String>();
        texts.put(OPERATION, operation.id().key());
        texts.put(SCOPE, operation.id().scope());
        texts.put(DIGEST, operation.digest());
        texts.put(CORRELATION, operation.correlationId());
        operation.causationId().ifPresent(cause -> texts.put(CAUSATION, cause));
        texts.put(ACTOR_KIND, actor.kind().name());
        texts.put(ACTOR_ID, actor.subject());
        texts.put(ACTOR_ROLES, actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        actor.tenant().ifPresent(tenant -> texts.put(ACTOR_TENANT, tenant.value()));
        command.target().owner().asTenant().ifPresent(tenant -> texts.put(TENANT, tenant.value()));
        texts.put(AT, at.toString());
        operation
                .expectedVersions()
                .ifPresent(versions -> texts.put(
                        EXPECTED_VERSIONS,
                        versions.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return texts;
    }

    /** What an event inherits from its command. */
    public static Map<String, ?> inherited(Message<?> command) {
        var texts = new HashMap<String, Object>();
        command.getMetaData().forEach((key, value) -> {
            if (!COMMAND_ONLY.contains(key)) {
                texts.put(key, value);
            }
        });
        texts.put(POSTING_RULES, Postings.CURRENT);
        return texts;
    }

    /** Who commands, and when. */
    public static Given given(MetaData metadata) {
        var roles = Arrays.stream(text(metadata, ACTOR_ROLES).split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        var tenant = Optional.ofNullable((String) metadata.get(ACTOR_TENANT)).map(TenantId::new);
        var actor = new Actor(Actor.Kind.valueOf(text(metadata, ACTOR_KIND)), text(metadata, ACTOR_ID), tenant, roles);
        return new Given(actor, Instant.parse(text(metadata, AT)));
    }

    /** The versions that the caller may have decided on, if that matters. */
    static Optional<List<Long>> expectedVersions(MetaData metadata) {
        return Optional.ofNullable((String) metadata.get(EXPECTED_VERSIONS))
                .map(texts -> Arrays.stream(texts.split(",")).map(Long::valueOf).toList());
    }

    /** The operation that the events of this command belong to. */
    public static @Nullable OperationKey operationKey(MetaData metadata) {
        return metadata.containsKey(DIGEST)
                ? new OperationKey(text(metadata, SCOPE), text(metadata, OPERATION), text(metadata, DIGEST))
                : null;
    }

    /** By what a chain of commands and events is found again. */
    public static Optional<String> correlation(Map<String, ?> metadata) {
        return Optional.ofNullable((String) metadata.get(CORRELATION));
    }

    private static String text(MetaData metadata, String key) {
        if (metadata.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("A command without " + key);
    }
}
