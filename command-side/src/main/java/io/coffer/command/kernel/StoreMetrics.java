package io.coffer.command.kernel;

import io.coffer.eventstore.PostgresEventStorageEngine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** What our own engine counts; Axon's counts nothing. */
record StoreMetrics(EventStorageEngine engine) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        if (engine instanceof PostgresEventStorageEngine own) {
            bind(own, registry);
        }
    }

    private static void bind(PostgresEventStorageEngine own, MeterRegistry registry) {
        FunctionTimer.builder(
                        "coffer.store.append",
                        own,
                        engine -> engine.figures().appends(),
                        engine -> engine.figures().appendTime().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Appends, from the call to the durable answer.")
                .register(registry);
        FunctionTimer.builder(
                        "coffer.store.commit",
                        own,
                        engine -> engine.figures().batches(),
                        engine -> engine.figures().commitTime().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Batches of appends, from the call of the server to its answer.")
                .register(registry);
        counter("events", "Events stored.", own, engine -> engine.figures().events(), registry);
        counter(
                "refused",
                "Appends that broke a sequence or a key.",
                own,
                e -> e.figures().refused(),
                registry);
        counter(
                "unavailable",
                "Appends that were given up.",
                own,
                e -> e.figures().unavailable(),
                registry);
        Gauge.builder("coffer.store.batch", own, engine -> meanBatch(engine))
                .description("Appends per batch, on the average since the start.")
                .register(registry);
        Gauge.builder(
                        "coffer.store.batch.largest",
                        own,
                        engine -> engine.figures().largestBatch())
                .description("Appends in the largest batch.")
                .register(registry);
        Gauge.builder("coffer.store.queue", own, engine -> engine.figures().waiting())
                .description("Appends that wait for their batch.")
                .register(registry);
    }

    private static double meanBatch(PostgresEventStorageEngine engine) {
        var figures = engine.figures();
        return figures.batches() == 0 ? 0 : (double) (figures.appends() + figures.refused()) / figures.batches();
    }

    private static void counter(
            String name,
            String description,
            PostgresEventStorageEngine engine,
            ToDoubleFunction<PostgresEventStorageEngine> count,
            MeterRegistry registry) {
        FunctionCounter.builder("coffer.store." + name, engine, count)
                .description(description)
                .register(registry);
    }
}
