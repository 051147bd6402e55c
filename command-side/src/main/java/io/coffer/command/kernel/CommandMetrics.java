package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;

/** How far the policies are behind, what they have parked, and how often an aggregate is in memory already. */
record CommandMetrics(AggregateCache cache, PolicyTables tables, EventLog log) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache.asCache(), "coffer.aggregates", List.of());
        Gauge.builder("coffer.policies.lag", () -> log.head() - tables.position())
                .description("Events that the policies have not worked off yet.")
                .register(registry);
        Gauge.builder("coffer.policies.letters", tables::letters)
                .description("Events that a policy had to park.")
                .register(registry);
    }
}
