package io.coffer.query.replay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Red while a projection stands still, or while events wait aside as dead letters; rebuilds are told, not red. */
final class ProjectionHealth implements HealthIndicator {

    private final Watch watch;

    ProjectionHealth(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        var health = Health.up();
        watch.look().forEach(standing -> tell(standing, health));
        return health.build();
    }

    private static void tell(Watch.Standing standing, Health.Builder health) {
        var generation = standing.generation();
        var name = generation.id().toString();
        var failure = generation.failure();
        if (failure != null && generation.isFed()) {
            health.down()
                    .withDetail(
                            name,
                            "stands still at position " + failure.position() + ", " + failure.event() + ": "
                                    + failure.reason());
        } else if (standing.isStalled()) {
            health.down()
                    .withDetail(
                            name,
                            "has not moved for " + standing.still().toSeconds() + " s, " + standing.lag()
                                    + " events behind");
        } else if (generation.state() == Generation.State.BUILDING) {
            health.withDetail(name, "replaying, at position " + generation.position());
        } else if (generation.state() == Generation.State.PAUSED) {
            health.withDetail(name, "paused, at position " + generation.position());
        }
        if (standing.deadLetters() > 0) {
            health.down().withDetail(name + " dead letters", standing.deadLetters());
        }
    }
}
