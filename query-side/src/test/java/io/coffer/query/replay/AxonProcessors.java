package io.coffer.query.replay;

import io.coffer.eventstore.PostgresEventStorageEngine;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Axon's two streaming processors on our log, with a handler that decodes and counts: what ADR 0003 was weighed against.
 * Tokens stay in memory and nothing is transactional, which only flatters them.
 */
final class AxonProcessors {

    private static final int FETCH = 5_000;
    private static final int BATCH = 1_000;

    private final DataSource store;

    AxonProcessors(DataSource store) {
        this.store = store;
    }

    /** With the older processor, whose one thread reads and handles. */
    long tracking(long head) {
        var counter = new Counter(head);
        var processor = TrackingEventProcessor.builder()
                .name("tracking")
                .eventHandlerInvoker(counter)
                .messageSource(events())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH))
                .build();
        return run(processor, counter);
    }

    long pooled(long head) {
        var counter = new Counter(head);
        try (var coordinator = Executors.newSingleThreadScheduledExecutor();
                var workers = Executors.newScheduledThreadPool(2)) {
            var processor = PooledStreamingEventProcessor.builder()
                    .name("pooled")
                    .eventHandlerInvoker(counter)
                    .messageSource(events())
                    .tokenStore(new InMemoryTokenStore())
                    .transactionManager(NoTransactionManager.instance())
                    .coordinatorExecutor(coordinator)
                    .workerExecutor(workers)
                    .initialSegmentCount(1)
                    .batchSize(BATCH)
                    .build();
            return run(processor, counter);
        }
    }

    private EmbeddedEventStore events() {
        var json = new EventJson(EventCatalog.ofAllEvents());
        var engine = PostgresEventStorageEngine.builder()
                .dataSource(store)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .batchSize(FETCH)
                .build();
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    private static long run(StreamingEventProcessor processor, Counter counter) {
        processor.start();
        try {
            counter.done.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        processor.shutDown();
        return counter.taken.get();
    }

    /** Decodes payload and metadata, and nothing else. */
    private static final class Counter implements EventHandlerInvoker {

        private final CountDownLatch done = new CountDownLatch(1);
        private final AtomicLong taken = new AtomicLong();
        private final long head;

        Counter(long head) {
            this.head = head;
        }

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            if (message.getPayload() != null && !message.getMetaData().isEmpty() && taken.incrementAndGet() == head) {
                done.countDown();
            }
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            return true;
        }
    }
}
