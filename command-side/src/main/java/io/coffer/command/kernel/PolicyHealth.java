package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Red while a policy has parked anything, while their runner is in trouble, or while events wait and nothing moves, on
 * whatever node: money may wait for a step that nobody takes.
 */
final class PolicyHealth implements HealthIndicator {

    static final Duration STALLED_AFTER = Duration.ofSeconds(30);

    private final PolicyTables tables;
    private final PolicyRunner runner;
    private final EventLog log;
    private final LongSupplier nanos;
    private long position = -1;
    private long movedAtNanos;

    PolicyHealth(PolicyTables tables, PolicyRunner runner, EventLog log, LongSupplier nanos) {
        this.tables = tables;
        this.runner = runner;
        this.log = log;
        this.nanos = nanos;
    }

    @Override
    public Health health() {
        var letters = tables.letters();
        var trouble = runner.trouble();
        var reached = tables.position();
        var waiting = log.head() - reached;
        var stalled = isStalled(reached, waiting);
        var health = letters == 0 && trouble.isEmpty() && !stalled ? Health.up() : Health.down();
        return health.withDetail("parked", letters)
                .withDetail("position", reached)
                .withDetail("waiting", waiting)
                .withDetail("stalled", stalled)
                .withDetail("trouble", trouble)
                .build();
    }

    private synchronized boolean isStalled(long reached, long waiting) {
        if (waiting <= 0 || reached != position) {
            position = reached;
            movedAtNanos = nanos.getAsLong();
        }
        return nanos.getAsLong() - movedAtNanos >= STALLED_AFTER.toNanos();
    }
}
