package io.coffer.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Appends that wait for the next batch; bounded by their number and by their bytes. */
final class AppendQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<PendingAppend> waiting = new ArrayDeque<>();
    private final int appendsMax;
    private final long bytesMax;
    private long bytes;
    private boolean closed;

    AppendQueue(int appendsMax, long bytesMax) {
        this.appendsMax = appendsMax;
        this.bytesMax = bytesMax;
    }

    /** Whether there was room in time. */
    boolean offer(PendingAppend pending, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && !hasRoomFor(pending)) {
                if (left <= 0) {
                    return false;
                }
                left = drained.awaitNanos(left);
            }
            if (closed) {
                return false;
            }
            waiting.add(pending);
            bytes += pending.append().bytes();
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    // An append larger than all the room there is goes when it is the only one.
    private boolean hasRoomFor(PendingAppend pending) {
        return waiting.isEmpty()
                || (waiting.size() < appendsMax && bytes + pending.append().bytes() <= bytesMax);
    }

    /** All that wait, up to the size of a batch and at least one; empty when the queue is closed and there are no more. */
    List<PendingAppend> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            return batch();
        } finally {
            lock.unlock();
        }
    }

    /** The same without waiting; empty when there are none. */
    List<PendingAppend> takeNow() {
        lock.lock();
        try {
            return batch();
        } finally {
            lock.unlock();
        }
    }

    private List<PendingAppend> batch() {
        List<PendingAppend> batch = new ArrayList<>();
        int events = 0;
        long batchBytes = 0;
        for (PendingAppend next = waiting.peek(); next != null; next = waiting.peek()) {
            events += next.append().size();
            batchBytes += next.append().bytes();
            if (!batch.isEmpty()
                    && (events > CommitSettings.BATCH_EVENTS_MAX || batchBytes > CommitSettings.BATCH_BYTES_MAX)) {
                break;
            }
            batch.add(waiting.remove());
            bytes -= next.append().bytes();
        }
        drained.signalAll();
        return batch;
    }

    /** Those whose callers have waited long enough stay here until they would be taken, and are passed over then. */
    void abandonOverdue(long now) {
        lock.lock();
        try {
            waiting.forEach(pending -> pending.abandonIfOverdue(now));
        } finally {
            lock.unlock();
        }
    }

    /** Nothing comes in from now on; what is there can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
