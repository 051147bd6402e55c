package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import java.time.Duration;

/** The last position of the log, asked once for all workers of this process, who wait here for news. */
final class Head {

    private final EventLog log;
    private final Object news = new Object();
    private volatile long position;

    Head(EventLog log) {
        this.log = log;
    }

    void refresh() {
        var now = log.head();
        if (now != position) {
            synchronized (news) {
                position = now;
                news.notifyAll();
            }
        }
    }

    long position() {
        return position;
    }

    /** Returns when the log is longer than {@code seen}, or after a while. */
    void awaitAfter(long seen, Duration longest) throws InterruptedException {
        var deadline = System.nanoTime() + longest.toNanos();
        synchronized (news) {
            while (position <= seen) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                news.wait(left);
            }
        }
    }
}
