package io.coffer.benchmarks.measure;

import java.time.Duration;

/** Counts times in buckets that are at most 1/16 wide. Not for several threads; merge afterwards. */
public final class Latencies {

    private static final int STEPS_LOG2 = 4;
    private static final int STEPS = 1 << STEPS_LOG2;

    private final long[] buckets = new long[(Long.SIZE - STEPS_LOG2) * STEPS];
    private long count;

    public void add(long nanos) {
        buckets[bucket(Math.max(0, nanos))]++;
        count++;
    }

    void add(Latencies other) {
        for (var index = 0; index < buckets.length; index++) {
            buckets[index] += other.buckets[index];
        }
        count += other.count;
    }

    public long count() {
        return count;
    }

    /** The time that this share of all stayed at or below; zero when nothing was counted. */
    public Duration percentile(double share) {
        var wanted = (long) Math.ceil(count * share);
        var seen = 0L;
        for (var index = 0; index < buckets.length; index++) {
            seen += buckets[index];
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(ceiling(index));
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long nanos) {
        if (nanos < STEPS) {
            return (int) nanos;
        }
        var magnitude = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        var step = (int) (nanos >> (magnitude - STEPS_LOG2)) & (STEPS - 1);
        return (magnitude - STEPS_LOG2 + 1) * STEPS + step;
    }

    private static long ceiling(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        var magnitude = bucket / STEPS + STEPS_LOG2 - 1;
        return (((long) STEPS + bucket % STEPS + 1) << (magnitude - STEPS_LOG2)) - 1;
    }
}
