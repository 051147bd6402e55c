package io.coffer.benchmarks.replay;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.postgres.Database;
import io.coffer.query.kernel.Booked;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One of Axon's own processors, with a handler of its own. */
public final class AxonProcessor {

    /** Both kinds, as they come and with batches of 1,000. */
    public enum Kind {
        TRACKING(1),
        TRACKING_TUNED(1_000),
        POOLED(1),
        POOLED_TUNED(1_000);

        private final int batch;

        Kind(int batch) {
            this.batch = batch;
        }

        boolean isPooled() {
            return this == POOLED || this == POOLED_TUNED;
        }
    }

    private static final String GROUP = "measured";
    private static final int POOL = 10;
    private static final int SEGMENTS_TUNED = 2;

    private final Work work;

    private AxonProcessor(Work work) {
        this.work = work;
    }

    /** What the handler does with an event, in the processor's transaction. */
    @FunctionalInterface
    public interface Work {

        /** Nothing. */
        Work COUNT = (_, _) -> {};

        void take(Booked event, JdbcTemplate rows);
    }

    /** How many events a second it takes over {@code seconds}, or until it has taken all. */
    public static double perSecond(
            Kind kind, Work work, EventStorageEngine engine, Database database, long events, int seconds)
            throws Exception {
        return new AxonProcessor(work).measure(kind, engine, database, events, seconds);
    }

    private double measure(Kind kind, EventStorageEngine engine, Database database, long events, int seconds)
            throws Exception {
        try (var pool = database.pool(POOL)) {
            var transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
            var tokens = JdbcTokenStore.builder()
                    .connectionProvider(
                            new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                    .serializer(Jackson3Serializer.builder().build())
                    .build();
            database.execute("DROP TABLE IF EXISTS tokenentry");
            transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
            var handler = new Handler(work, new JdbcTemplate(pool));
            var configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureSerializer(_ -> Contenders.JSON)
                    .configureEventSerializer(_ -> Contenders.JSON)
                    .configureMessageSerializer(_ -> Contenders.JSON)
                    .configureTransactionManager(_ -> transactions)
                    .configureEmbeddedEventStore(_ -> engine)
                    .eventProcessing(processing -> assign(processing.registerTokenStore(_ -> tokens), kind, handler));
            return timed(configurer, handler, events, seconds);
        }
    }

    private static void assign(EventProcessingConfigurer processing, Kind kind, Handler handler) {
        processing.byDefaultAssignTo(GROUP).registerEventHandler(_ -> handler);
        if (kind.isPooled()) {
            processing.usingPooledStreamingEventProcessors((_, builder) -> {
                builder.initialToken(StreamableMessageSource::createTailToken).batchSize(kind.batch);
                return kind == Kind.POOLED ? builder : builder.initialSegmentCount(SEGMENTS_TUNED);
            });
        } else {
            processing
                    .usingTrackingEventProcessors()
                    .registerTrackingEventProcessorConfiguration(
                            _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                    .andBatchSize(kind.batch));
        }
    }

    private static double timed(Configurer configurer, Handler handler, long events, int seconds)
            throws InterruptedException {
        Configuration axon = configurer.start();
        try {
            var begun = System.nanoTime();
            var until = begun + TimeUnit.SECONDS.toNanos(seconds);
            while (handler.taken.sum() < events && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return handler.taken.sum() * 1e9 / (System.nanoTime() - begun);
        } finally {
            axon.shutdown();
        }
    }

    /** Does the work of every event, and counts. */
    static final class Handler {

        private final LongAdder taken = new LongAdder();
        private final Work work;
        private final JdbcTemplate rows;

        Handler(Work work, JdbcTemplate rows) {
            this.work = work;
            this.rows = rows;
        }

        @EventHandler
        void on(DomainEvent event, DomainEventMessage<?> message, TrackingToken token) {
            work.take(
                    new Booked(
                            token.position().orElseThrow(),
                            message.getAggregateIdentifier(),
                            message.getSequenceNumber(),
                            message.getTimestamp(),
                            event.getClass().getSimpleName(),
                            Map.copyOf(message.getMetaData()),
                            event),
                    rows);
            taken.increment();
        }
    }
}
