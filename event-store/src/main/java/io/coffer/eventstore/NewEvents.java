package io.coffer.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Wakes up those who wait for new events. It listens on one connection of its own and asks for the head whenever
 * nothing was heard for a while: a lost notification, or a pooler that passes none on, costs that while and no event.
 */
public final class NewEvents implements AutoCloseable {

    private static final Duration RETRY_FIRST = Duration.ofMillis(50);
    private static final Duration RETRY_MAX = Duration.ofSeconds(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final DataSource dataSource;
    private final String headQuery;
    private final Thread listener;
    private volatile long head;
    private volatile boolean connected;
    private volatile boolean closed;

    /** The data source must not be a pool: the connection is kept, and a pool would lend it with its LISTEN to others. */
    public NewEvents(DataSource dataSource) {
        this(dataSource, Events.HEAD);
    }

    NewEvents(DataSource dataSource, String headQuery) {
        this.headQuery = headQuery;
        this.dataSource = dataSource;
        this.listener = Thread.ofPlatform().daemon().name("store-new-events").start(this::listen);
    }

    /** The last position known here; 0 until the first is known. It never goes back. */
    public long head() {
        return head;
    }

    /** Whether the listening connection stands; without it the news are as late as the next attempt to connect. */
    public boolean isConnected() {
        return connected;
    }

    /** For an append of this process, which need not wait for its own echo. */
    public void reached(long position) {
        if (position <= head) {
            return;
        }
        lock.lock();
        try {
            if (position > head) {
                head = position;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether there are events after {@code seen}: at once, or as soon as there are, or false when the time is over. */
    public boolean awaitAfter(long seen, Duration atMost) throws InterruptedException {
        if (head > seen) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (head <= seen && left > 0 && !closed) {
                left = news.awaitNanos(left);
            }
            return head > seen;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the connection back and releases all who wait; from then on nobody waits here. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        listener.interrupt();
        try {
            listener.join(CLOSE_MAX);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        Duration pause = RETRY_FIRST;
        while (!closed) {
            try (HeadConnection connection = HeadConnection.open(dataSource, headQuery)) {
                reached(connection.head());
                connected = true;
                pause = RETRY_FIRST;
                while (!closed) {
                    reached(connection.next());
                }
            } catch (SQLException | RuntimeException lost) {
                connected = false;
                pause = afterPause(pause);
            }
        }
        connected = false;
    }

    private Duration afterPause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : doubled;
    }
}
