package io.coffer.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what an engine does. */
final class StoreMeter {

    private final LongAdder appends = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder appendNanos = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private final LongAccumulator largestBatch = new LongAccumulator(Math::max, 0);

    void appended(int eventCount, long nanos) {
        appends.increment();
        events.add(eventCount);
        appendNanos.add(nanos);
    }

    void committed(Batch batch, int refusedCount, long nanos) {
        batches.increment();
        refused.add(refusedCount);
        commitNanos.add(nanos);
        largestBatch.accumulate(batch.size());
    }

    void unavailable() {
        unavailable.increment();
    }

    StoreFigures figures(int waiting) {
        return new StoreFigures(
                appends.sum(),
                events.sum(),
                batches.sum(),
                refused.sum(),
                unavailable.sum(),
                Duration.ofNanos(appendNanos.sum()),
                Duration.ofNanos(commitNanos.sum()),
                Math.toIntExact(largestBatch.get()),
                waiting);
    }
}
