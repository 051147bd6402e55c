package io.coffer.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Latencies;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is seen of one server under one load in all its windows; outside them it counts nothing. */
final class Series {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Latencies latencies = new Latencies();
    private final List<Double> perSecond = new ArrayList<>();
    private boolean open;
    private long from;
    private long cpuFrom;
    private long cpuNanos;
    private long answeredFrom;
    private long busy;
    private long ended;

    /** Opens a window, unless one is open. */
    void begin() {
        if (!open) {
            open = true;
            answeredFrom = latencies.count();
            cpuFrom = SYSTEM.getProcessCpuTime();
            from = System.nanoTime();
        }
    }

    boolean isOver(Duration window) {
        return System.nanoTime() - from >= window.toNanos();
    }

    /** Closes the window that is open, if one is. */
    void end() {
        if (open) {
            open = false;
            perSecond.add((latencies.count() - answeredFrom) * 1e9 / (System.nanoTime() - from));
            cpuNanos += SYSTEM.getProcessCpuTime() - cpuFrom;
        }
    }

    void answered(long nanosWaited) {
        if (open) {
            latencies.add(nanosWaited);
        }
    }

    void busy() {
        busy += open ? 1 : 0;
    }

    void ended() {
        ended += open ? 1 : 0;
    }

    /** The median of the windows. */
    Figure figure(String subject, String at, double compiling) {
        return Figure.of("http", subject, at, "requests/s", perSecond)
                .with(Map.of(
                        "answered 503", Long.toString(busy),
                        "connections ended", Long.toString(ended),
                        "p50 µs", micros(0.5),
                        "p99 µs", micros(0.99),
                        "compilers before, share of a core", String.format(Locale.ROOT, "%.2f", compiling),
                        "generator µs",
                                String.format(Locale.ROOT, "%.1f", cpuNanos / 1e3 / Math.max(1, latencies.count()))));
    }

    private String micros(double share) {
        return Long.toString(latencies.percentile(share).toNanos() / 1_000);
    }
}
