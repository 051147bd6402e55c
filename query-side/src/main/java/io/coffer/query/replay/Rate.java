package io.coffer.query.replay;

/** Events per second over the last second or so. */
final class Rate {

    private static final long WINDOW_NS = 1_000_000_000L;

    private long windowStart = System.nanoTime();
    private long events;
    private long perSecond;

    void add(int count) {
        var elapsed = System.nanoTime() - windowStart;
        if (elapsed >= WINDOW_NS) {
            perSecond = Math.multiplyExact(events, WINDOW_NS) / elapsed;
            windowStart = System.nanoTime();
            events = 0;
        }
        events += count;
    }

    long perSecond() {
        return perSecond;
    }
}
