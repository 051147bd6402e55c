package io.coffer.command.kernel;

import io.coffer.eventstore.EventStoreUnavailableException;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Red while a command could not store its events: asked on the way that every append goes, so that a dead writer with the
 * lock shows as well as a server that is gone. News that only polling brings are late, not lost, and therefore not red.
 */
record StoreHealth(EventStorageEngine engine, NewEvents news) implements HealthIndicator {

    @Override
    public Health health() {
        return engine instanceof PostgresEventStorageEngine own
                ? asked(own)
                : Health.unknown()
                        .withDetail("engine", engine.getClass().getSimpleName())
                        .build();
    }

    private Health asked(PostgresEventStorageEngine own) {
        var health = Health.up();
        try {
            own.probe();
        } catch (EventStoreUnavailableException | EventStoreException refused) {
            health.down().withDetail("reason", String.valueOf(refused.getMessage()));
        }
        var figures = own.figures();
        return health.withDetail("waiting", figures.waiting())
                .withDetail("givenUp", figures.unavailable())
                .withDetail("news", news.isConnected() ? "listening" : "polling")
                .build();
    }
}
