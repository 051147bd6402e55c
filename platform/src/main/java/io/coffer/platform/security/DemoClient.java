package io.coffer.platform.security;

import io.coffer.api.kernel.Role;
import java.util.Locale;
import java.util.Optional;

/** The clients of the own issuer. A built-in secret is the client's id and {@code -secret}. */
enum DemoClient {
    ACME(Role.BUSINESS),
    GLOBEX(Role.BUSINESS),
    BANK_ADAPTER(Role.BANK_ADAPTER),
    OPERATOR_1(Role.OPERATOR),
    OPERATOR_2(Role.OPERATOR),
    CHECKER_1(Role.CHECKER),
    CHECKER_2(Role.CHECKER),
    CHECKER_3(Role.CHECKER),
    SERVICE_DESK(Role.CUSTOMER_SERVICE),
    AUDITOR(Role.AUDITOR);

    private final Role role;

    DemoClient(Role role) {
        this.role = role;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Role role() {
        return role;
    }

    /** A business system is the tenant of its own name. */
    Optional<String> tenant() {
        return role == Role.BUSINESS ? Optional.of(id()) : Optional.empty();
    }

    String builtInSecret() {
        return id() + "-secret";
    }

    /** The secret that was configured; a name in an environment variable has lost its hyphens. */
    Optional<String> givenSecret(SecuritySettings settings) {
        return settings.clients().entrySet().stream()
                .filter(client -> client.getKey().replace("-", "").equalsIgnoreCase(id().replace("-", "")))
                .map(java.util.Map.Entry::getValue)
                .filter(secret -> !secret.isBlank())
                .findFirst();
    }

    static Optional<DemoClient> of(String clientId) {
        return java.util.Arrays.stream(values())
                .filter(client -> client.id().equals(clientId))
                .findFirst();
    }
}
