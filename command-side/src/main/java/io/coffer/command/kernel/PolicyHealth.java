package io.coffer.command.kernel;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Red while a policy has parked anything or all of them stand still: money may wait for a step that nobody takes. */
final class PolicyHealth implements HealthIndicator {

    private final PolicyTables tables;
    private final PolicyRunner runner;

    PolicyHealth(PolicyTables tables, PolicyRunner runner) {
        this.tables = tables;
        this.runner = runner;
    }

    @Override
    public Health health() {
        var letters = tables.letters();
        var trouble = runner.trouble();
        var health = letters == 0 && trouble.isEmpty() ? Health.up() : Health.down();
        return health.withDetail("parked", letters)
                .withDetail("position", tables.position())
                .withDetail("trouble", trouble)
                .build();
    }
}
