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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A load generator of one thread, in a process of its own: it must cost little, for it shares the machine. */
public final class LoadProgram {

    public static final String ACCOUNTS = "/v1/escrow-accounts";

    /** The contender that does nothing. */
    public static final String EMPTY = "empty handler";

    /** Each request opens another account, or comes to a handler that does nothing. */
    public static final String OPENING = "64 connections";

    /** Each request amends one of the accounts that are there, in turn. */
    public static final String AMENDING = "64 connections, accounts that are there";

    private static final int CONNECTIONS = 64;

    private final Selector selector;
    private final Pace pace;
    private final Compilers compilers;
    private final List<Connection> connections = new ArrayList<>();
    private Request request;
    private long number;
    private long answered;
    private long busy;
    private long ended;

    private LoadProgram(Selector selector, Pace pace, Compilers compilers, Request first) {
        this.selector = selector;
        this.pace = pace;
        this.compilers = compilers;
        this.request = first;
        this.number = neverUsed();
    }

    /** Arguments: subject, port, path, token, pace, the server's process, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        var subject = arguments[0];
        var path = arguments[2];
        var token = arguments[3];
        var compilers = new Compilers(Long.parseLong(arguments[5]));
        try (var selector = Selector.open()) {
            var load = new LoadProgram(selector, Pace.named(arguments[4]), compilers, Request.opening(path, token));
            var figures = load.against(
                    Integer.parseInt(arguments[1]), () -> load.figures(subject, path.equals(ACCOUNTS), token));
            Figures.report(figures, Path.of(arguments[6]));
        }
    }

    private List<Figure> against(int port, Callable<List<Figure>> measuring) throws Exception {
        try {
            for (var index = 0; index < CONNECTIONS; index++) {
                connections.add(new Connection(port, selector));
                connections.getLast().send(request, number++);
            }
            return measuring.call();
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private List<Figure> figures(String subject, boolean amends, String token) throws Exception {
        var opening = measure(subject, OPENING, warmUp(pace.scaled(8, 2, 1)));
        if (!amends) {
            return List.of(opening);
        }
        var accounts = pace.scaled(4_096, 4_096, 128);
        openFirst(accounts);
        request = Request.amending(token, accounts);
        number = neverUsed();
        busy = 0;
        ended = 0;
        return List.of(opening, measure(subject, AMENDING, warmUp(pace.scaled(3, 1, 1))));
    }

    /** The accounts of the lowest numbers. */
    private void openFirst(int accounts) throws Exception {
        number = 0;
        // What is under way has a number of before; then each takes the next one.
        while (number < accounts || connections.stream().anyMatch(connection -> connection.number() < accounts)) {
            turn(Duration.ofMillis(100), null);
        }
    }

    /** The lowest of numbers that no request has had. */
    private static long neverUsed() {
        return System.nanoTime() << 8;
    }

    private Figure measure(String subject, String at, double compiling) throws Exception {
        turn(pace.settle(), null);
        var latencies = new Latencies();
        var cpu = cpuNanos();
        var before = answered;
        var perSecond = new ArrayList<Double>();
        for (var window = 0; window < pace.windows(); window++) {
            perSecond.add(turn(pace.window().multipliedBy(2), latencies));
        }
        return Figure.of("http", subject, at, "requests/s", perSecond)
                .with(Map.of(
                        "answered 503", Long.toString(busy),
                        "connections ended", Long.toString(ended),
                        "p50 µs", micros(latencies, 0.5),
                        "p99 µs", micros(latencies, 0.99),
                        "compilers before, share of a core", String.format(Locale.ROOT, "%.2f", compiling),
                        "generator µs",
                                String.format(Locale.ROOT, "%.1f", (cpuNanos() - cpu) / 1e3 / (answered - before))));
    }

    /** With rests in between, in which the server's compilers catch up. */
    private double warmUp(int rounds) throws Exception {
        var each = Duration.ofMillis(pace.scaled(4_000, 3_000, 500));
        return compilers.warmUp(rounds, pace.scaled(60, 3, 1), () -> {
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
                    connection.send(request, number++);
                } else {
                    busy++;
                    connection.sendAgain(request);
                }
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
            connection.sendAgain(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String micros(Latencies latencies, double share) {
        return Long.toString(latencies.percentile(share).toNanos() / 1_000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
