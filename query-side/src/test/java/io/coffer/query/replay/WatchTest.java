package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayName("A projection under watch")
class WatchTest {

    private final ReadSide side = new ReadSide(TestProjections.account());
    private final AtomicLong nanos = new AtomicLong();
    private final Watch watch = new Watch(side.databases(), side.log.log(), nanos::get);
    private final ProjectionHealth health = new ProjectionHealth(watch);

    @BeforeEach
    void stop_feeding() {
        side.awaitHead();
        side.pause();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void has_stalled_when_it_was_behind_for_too_long_without_a_move() {
        side.log.append(Sale.of("acme", "C-1").opened());
        watch.look();
        nanos.addAndGet(Watch.STALLED_AFTER.toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        nanos.incrementAndGet();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        side.restart();
        side.awaitHead();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void that_had_nothing_to_take_for_long_has_not_stalled_with_the_first_event() {
        watch.look();
        nanos.addAndGet(Watch.STALLED_AFTER.toNanos() * 2);
        side.log.append(Sale.of("acme", "C-1").opened());

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void is_red_as_long_as_an_event_waits_aside() {
        var rows = side.reads();
        rows.update("insert into query.dead_letter (projection, generation, aggregate_id, position, event_name, reason)"
                + " values ('account', 1, 'EA:acme:C-1', 1, 'accounts.EscrowFunded', 'test')");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        rows.update("delete from query.dead_letter");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void shows_its_lag_under_a_stable_name() {
        side.log.append(Sale.of("acme", "C-1").opened());
        var registry = new SimpleMeterRegistry();

        new ProjectionMetrics(watch, registry).look();

        assertThat(registry.get("coffer.projection.lag.events")
                        .tags("projection", "account", "generation", "1", "state", "LIVE")
                        .gauge()
                        .value())
                .isEqualTo(2.0);
        assertThat(registry.get("coffer.projection.dead.letters").gauge().value())
                .isZero();
    }
}
