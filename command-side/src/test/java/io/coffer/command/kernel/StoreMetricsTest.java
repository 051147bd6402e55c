package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.command.accounts.Sale;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The store's figures")
class StoreMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tell_what_was_appended_and_in_how_many_batches() {
        try (var node = Node.on(CommandDatabase.create())) {
            new StoreMetrics(node.engine()).bindTo(registry);
            node.give(Sale.open(), People.BUSINESS, "K");

            var append = registry.get("coffer.store.append").functionTimer();
            assertThat(append.count()).isEqualTo(1);
            assertThat(append.totalTime(TimeUnit.NANOSECONDS)).isPositive();
            assertThat(registry.get("coffer.store.commit").functionTimer().count())
                    .isEqualTo(1);
            assertThat(registry.get("coffer.store.events").functionCounter().count())
                    .isEqualTo(1);
            assertThat(registry.get("coffer.store.batch").gauge().value()).isEqualTo(1);
            assertThat(registry.get("coffer.store.batch.largest").gauge().value())
                    .isEqualTo(1);
            assertThat(registry.get("coffer.store.queue").gauge().value()).isZero();
            assertThat(registry.get("coffer.store.refused").functionCounter().count())
                    .isZero();
            assertThat(registry.get("coffer.store.unavailable")
                            .functionCounter()
                            .count())
                    .isZero();
        }
    }
}
