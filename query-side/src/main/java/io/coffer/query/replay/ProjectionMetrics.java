package io.coffer.query.replay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** The gauges of every generation. Their names are a contract with whoever watches: they start with {@code coffer_}. */
final class ProjectionMetrics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Watch watch;
    private final MultiGauge lag;
    private final MultiGauge rate;
    private final MultiGauge still;
    private final MultiGauge letters;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Thread thread = Thread.currentThread();

    ProjectionMetrics(Watch watch, MeterRegistry registry) {
        this.watch = watch;
        this.lag = gauge("coffer.projection.lag.events", "Events not taken yet", registry);
        this.rate = gauge("coffer.projection.rate.events", "Events taken per second", registry);
        this.still = gauge("coffer.projection.still.seconds", "Behind without a move", registry);
        this.letters = gauge("coffer.projection.dead.letters", "Events that wait aside", registry);
    }

    void look() {
        var standings = watch.look();
        register(lag, standings, Watch.Standing::lag);
        register(rate, standings, standing -> standing.generation().eventsPerSecond());
        register(still, standings, standing -> standing.still().toSeconds());
        register(letters, standings, Watch.Standing::deadLetters);
    }

    private void watch() {
        while (running.get()) {
            try {
                look();
                Thread.sleep(EVERY);
            } catch (DataAccessException failure) {
                LOG.debug("The projections could not be looked at: {}", failure.toString());
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static void register(
            MultiGauge gauge, List<Watch.Standing> standings, ToDoubleFunction<Watch.Standing> value) {
        gauge.register(
                standings.stream()
                        .map(standing -> MultiGauge.Row.of(tags(standing), value.applyAsDouble(standing)))
                        .toList(),
                true);
    }

    private static Tags tags(Watch.Standing standing) {
        var generation = standing.generation();
        return Tags.of(
                "projection", generation.id().projection(),
                "generation", Integer.toString(generation.id().number()),
                "state", generation.state().name());
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("projection metrics").start(this::watch);
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
