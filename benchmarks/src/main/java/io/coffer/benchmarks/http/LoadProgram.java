package io.coffer.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import io.coffer.benchmarks.measure.Compilers;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Latencies;
import io.coffer.benchmarks.measure.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A load generator of one thread, in a process of its own: it must cost little, for it shares the machine. */
public final class LoadProgram {

    private static final int CONNECTIONS = 64;

    private final Selector selector;
    private final Request request;
    private final Compilers compilers;
    private final Latencies latencies = new Latencies();
    private long number;
    private long answered;
    private long busy;
    private long ended;

    private LoadProgram(Selector selector, Request request, Compilers compilers, long firstNumber) {
        this.selector = selector;
        this.request = request;
        this.compilers = compilers;
        this.number = firstNumber;
    }

    /** Arguments: subject, port, path, token, pace, the server's process, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        var pace = Pace.named(arguments[4]);
        try (var selector = Selector.open()) {
            var request = new Request(arguments[2], arguments[3]);
            var compilers = new Compilers(Long.parseLong(arguments[5]));
            var load = new LoadProgram(selector, request, compilers, System.nanoTime() << 8);
            var figure = load.measure(arguments[0], Integer.parseInt(arguments[1]), pace);
            Figures.report(List.of(figure), Path.of(arguments[6]));
        }
    }

    private Figure measure(String subject, int port, Pace pace) throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            for (var index = 0; index < CONNECTIONS; index++) {
                connections.add(new Connection(port, selector));
                connections.getLast().send(request.of(number++));
            }
            var compiling = warmUp(pace);
            turn(pace.settle(), null);
            var cpu = cpuNanos();
            var before = answered;
            var perSecond = new ArrayList<Double>();
            for (var window = 0; window < pace.windows(); window++) {
                perSecond.add(turn(pace.window().multipliedBy(2), latencies));
            }
            return Figure.of("http", subject, CONNECTIONS + " connections", "requests/s", perSecond)
                    .with(Map.of(
                            "answered 503", Long.toString(busy),
                            "connections ended", Long.toString(ended),
                            "p50 µs", micros(0.5),
                            "p99 µs", micros(0.99),
                            "compilers before, share of a core", String.format(Locale.ROOT, "%.2f", compiling),
                            "generator µs",
                                    String.format(
                                            Locale.ROOT, "%.1f", (cpuNanos() - cpu) / 1e3 / (answered - before))));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /** With rests in between, in which the server's compilers catch up. */
    private double warmUp(Pace pace) throws Exception {
        var each = Duration.ofMillis(pace.scaled(4_000, 3_000, 500));
        return compilers.warmUp(pace.scaled(8, 2, 1), pace.scaled(60, 3, 1), () -> {
            turn(each, null);
            Thread.sleep(each);
        });
    }

    /** Goes on for a while and says how many answers a second came. */
    private double turn(Duration time, @Nullable Latencies measured) throws Exception {
        var from = System.nanoTime();
        var before = answered;
        while (System.nanoTime() - from < time.toNanos()) {
            selector.select(key -> take((Connection) key.attachment(), measured), 100);
        }
        return (answered - before) * 1e9 / (System.nanoTime() - from);
    }

    private void take(Connection connection, @Nullable Latencies measured) {
        try {
            if (connection.receive()) {
                if (connection.isAccepted()) {
                    answered++;
                    if (measured != null) {
                        measured.add(connection.nanosWaited());
                    }
                } else {
                    busy++;
                }
                connection.send(request.of(number++));
            }
        } catch (IOException ended) {
            again(connection);
        }
    }

    /** A server that is too busy says so, and may end the connection. */
    private void again(Connection connection) {
        ended++;
        try {
            connection.reopen();
            connection.send(request.of(number++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String micros(double share) {
        return Long.toString(latencies.percentile(share).toNanos() / 1_000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
