package io.coffer.query.replay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Red while a live projection stands still; dead letters and rebuilds are told, not red. */
final class ProjectionHealth implements HealthIndicator {

    private final Generations generations;
    private final DeadLetters letters;

    ProjectionHealth(Databases databases) {
        this.generations = new Generations(databases.rows());
        this.letters = new DeadLetters(databases.rows());
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var generation : generations.all()) {
            var failure = generation.failure();
            if (failure != null && generation.isFed()) {
                health.down()
                        .withDetail(
                                generation.id().toString(),
                                "stands still at position " + failure.position() + ", " + failure.event() + ": "
                                        + failure.reason());
            } else if (generation.state() == Generation.State.BUILDING) {
                health.withDetail(generation.id().toString(), "replaying, at position " + generation.position());
            }
            var parked = letters.count(generation.id());
            if (parked > 0) {
                health.withDetail(generation.id() + " dead letters", parked);
            }
        }
        return health.build();
    }
}
