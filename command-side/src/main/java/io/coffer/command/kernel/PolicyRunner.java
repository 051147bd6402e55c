package io.coffer.command.kernel;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.database.Leadership;
import io.coffer.platform.events.EventReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the log and gives every policy every event, in order per aggregate. No unit of work and no transaction is open
 * while commands are dispatched; the position moves when all answers are in. One node at a time does it.
 */
final class PolicyRunner implements SmartLifecycle {

    static final int BATCH = 256;
    static final int PARALLEL_MAX = 16;
    // Without news: letters come due, and a notification can be lost.
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration ASK_FOR_THE_LEAD_EVERY = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(PolicyRunner.class);

    private final EventLog log;
    private final EventReader reader;
    private final PolicyDispatch dispatch;
    private final PolicyTables tables;
    private final Leadership leadership;
    private final NewEvents news;
    private final boolean enabled;
    private final Semaphore width = new Semaphore(PARALLEL_MAX);

    private volatile String trouble = "";
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    PolicyRunner(
            EventLog log,
            EventReader reader,
            PolicyDispatch dispatch,
            PolicyTables tables,
            Leadership leadership,
            NewEvents news,
            boolean enabled) {
        this.log = log;
        this.reader = reader;
        this.dispatch = dispatch;
        this.tables = tables;
        this.leadership = leadership;
        this.news = news;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("policies").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leadership.close();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Why the policies stand still, by the exception's name; empty while they do not. */
    String trouble() {
        return trouble;
    }

    private void run() {
        while (running) {
            try {
                if (!leadership.isOurs()) {
                    trouble = "";
                    Thread.sleep(ASK_FOR_THE_LEAD_EVERY);
                    continue;
                }
                var reached = workOff();
                trouble = "";
                news.awaitAfter(reached, LOOK_EVERY);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                trouble = e.getClass().getSimpleName();
                LOG.warn("Policies pause: {}", e.toString());
                pause();
            }
        }
    }

    /** The position up to which everything is worked off. */
    private long workOff() throws InterruptedException {
        tables.lettersDue().forEach(dispatch::again);
        var from = tables.position();
        var events = log.after(from, BATCH);
        if (events.isEmpty()) {
            return from;
        }
        var facts = new ArrayList<Fact>();
        dispatch.lookForParked();
        events.forEach(stored -> facts.add(new Fact(stored, reader.event(stored), reader.metadata(stored))));
        everyAggregateInOrder(facts);
        tables.advance(facts, from, events.getLast().position());
        return events.getLast().position();
    }

    private void everyAggregateInOrder(List<Fact> facts) throws InterruptedException {
        Map<String, List<Fact>> byAggregate = new LinkedHashMap<>();
        facts.forEach(fact -> byAggregate
                .computeIfAbsent(fact.stored().aggregateId(), _ -> new ArrayList<>())
                .add(fact));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Boolean>>();
            byAggregate.values().forEach(own -> tasks.add(() -> inOrder(own)));
            for (var outcome : threads.invokeAll(tasks)) {
                if (outcome.state() == java.util.concurrent.Future.State.FAILED) {
                    throw new IllegalStateException("A policy's dispatch failed", outcome.exceptionNow());
                }
            }
        }
    }

    private boolean inOrder(List<Fact> facts) throws InterruptedException {
        width.acquire();
        try {
            facts.forEach(dispatch::first);
            return true;
        } finally {
            width.release();
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** An event as policies see it. */
    record Fact(StoredEvent stored, DomainEvent event, Map<String, ?> metadata) {}
}
