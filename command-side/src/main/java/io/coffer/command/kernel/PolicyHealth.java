package io.coffer.command.kernel;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Red while a policy has parked anything: money may be waiting for a step that nobody takes. */
final class PolicyHealth implements HealthIndicator {

    private final PolicyTables tables;

    PolicyHealth(PolicyTables tables) {
        this.tables = tables;
    }

    @Override
    public Health health() {
        var letters = tables.letters();
        var health = letters == 0 ? Health.up() : Health.down();
        return health.withDetail("parked", letters)
                .withDetail("position", tables.position())
                .build();
    }
}
