package io.coffer.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Clients that each wait for their answer before they ask again. A failure ends the measurement. */
public final class ClosedLoop {

    // A cache line between two clients' counters.
    private static final int STRIDE = 16;

    private final int clients;
    private final AtomicLongArray done;
    private final List<Latencies> latencies = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean running = true;
    private volatile boolean measuring;

    private ClosedLoop(int clients) {
        this.clients = clients;
        this.done = new AtomicLongArray(clients * STRIDE);
    }

    /** One client: does one thing and returns when it is answered. */
    @FunctionalInterface
    public interface Client {
        void ask() throws Exception;
    }

    /** How many answers a second each window saw, and how long they took. */
    public record Outcome(List<Double> perSecond, Latencies latencies) {}

    public static Outcome run(int clients, ThreadFactory threads, Pace pace, IntFunction<Client> client)
            throws Exception {
        return new ClosedLoop(clients).measure(threads, pace, client);
    }

    private Outcome measure(ThreadFactory threads, Pace pace, IntFunction<Client> client) throws Exception {
        var started = new ArrayList<Thread>();
        for (var index = 0; index < clients; index++) {
            var own = new Latencies();
            latencies.add(own);
            var number = index;
            started.add(threads.newThread(() -> work(number, client.apply(number), own)));
        }
        started.forEach(Thread::start);
        pass(pace.settle());
        measuring = true;
        var perSecond = new ArrayList<Double>();
        for (var window = 0; window < pace.windows(); window++) {
            var before = total();
            var from = System.nanoTime();
            pass(pace.window());
            perSecond.add((total() - before) * 1e9 / (System.nanoTime() - from));
        }
        measuring = false;
        running = false;
        for (var thread : started) {
            thread.join();
        }
        return outcome(perSecond);
    }

    private Outcome outcome(List<Double> perSecond) throws Exception {
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        var all = new Latencies();
        latencies.forEach(all::add);
        return new Outcome(perSecond, all);
    }

    private void work(int number, Client client, Latencies own) {
        var at = number * STRIDE;
        var count = 0L;
        while (running) {
            var from = System.nanoTime();
            try {
                client.ask();
            } catch (Exception e) {
                failure.compareAndSet(null, e);
                return;
            }
            if (measuring) {
                own.add(System.nanoTime() - from);
            }
            done.lazySet(at, ++count);
        }
    }

    private long total() {
        var sum = 0L;
        for (var index = 0; index < clients; index++) {
            sum += done.get(index * STRIDE);
        }
        return sum;
    }

    // Ends early when a client failed: what is measured then is nothing.
    private void pass(Duration time) throws InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        while (failure.get() == null) {
            var left = until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, 50_000_000));
        }
    }
}
