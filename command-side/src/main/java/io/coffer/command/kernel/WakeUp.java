package io.coffer.command.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the policies of this process that there is something new, so that they need not wait for their next look. */
final class WakeUp {

    private final Semaphore news = new Semaphore(0);

    void signal() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Waits for news, at most this long: events of other processes come without a signal. */
    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
