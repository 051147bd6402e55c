package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.command.accounts.Sale;
import io.coffer.eventstore.StoredEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayName("The health of the policies")
class PolicyHealthTest {

    private final Node node = Node.on(CommandDatabase.create());
    private final PolicyTables tables = node.tables(() -> Scenario.NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final PolicyHealth health = new PolicyHealth(tables, node.runner(tables), node.log(), nanos::get);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void is_good_while_nothing_waits() {
        assertThat(status()).isEqualTo(Status.UP);
        nanos.addAndGet(PolicyHealth.STALLED_AFTER.toNanos());
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void is_bad_when_events_wait_and_nothing_moves() {
        node.give(Sale.open(), People.BUSINESS, "K");
        assertThat(status()).isEqualTo(Status.UP);
        nanos.addAndGet(PolicyHealth.STALLED_AFTER.toNanos() - 1);
        assertThat(status()).isEqualTo(Status.UP);

        nanos.addAndGet(1);
        assertThat(status()).isEqualTo(Status.DOWN);

        tables.advance(List.of(), 0, 1);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void is_bad_while_anything_is_parked() {
        node.give(Sale.open(), People.BUSINESS, "K");
        StoredEvent stored = node.log().after(0, 1).getFirst();
        tables.park("test", stored, "a fault");

        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void is_told_in_numbers() {
        var registry = new SimpleMeterRegistry();
        new CommandMetrics(node.cache(), tables, node.log()).bindTo(registry);
        node.give(Sale.open(), People.BUSINESS, "K");
        tables.park("test", node.log().after(0, 1).getFirst(), "a fault");

        assertThat(registry.get("coffer.policies.lag").gauge().value()).isEqualTo(1);
        assertThat(registry.get("coffer.policies.letters").gauge().value()).isEqualTo(1);
        assertThat(registry.get("cache.gets")
                        .tags("cache", "coffer.aggregates", "result", "miss")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    private Status status() {
        return health.health().getStatus();
    }
}
