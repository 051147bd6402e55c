package io.coffer.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What one server gets to do: 64 connections that each wait for one answer and then send the next request. Outside a turn it
 * waits for nothing, so that a server at rest has nothing to do.
 */
final class Client implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final long LONGEST_WAIT_MS = 100;

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private long number = neverUsed();

    Client(int port) throws IOException {
        for (var index = 0; index < CONNECTIONS; index++) {
            connections.add(new Connection(port, selector));
        }
    }

    /** The lowest of numbers that no request has had. */
    private static long neverUsed() {
        return System.nanoTime() << 8;
    }

    /** Goes on for a while. */
    void load(Request request, Duration time) throws IOException {
        turn(request, new Series(), ends(time));
    }

    /** Goes on for a while, and then for as long as the window while it is measured. */
    void measure(Request request, Duration settling, Duration window, Series series) throws IOException {
        var settled = ends(settling);
        turn(request, series, () -> {
            if (settled.getAsBoolean()) {
                return true;
            }
            series.begin();
            return !series.isOver(window);
        });
    }

    /** So many, with the lowest numbers. */
    void openFirst(Request opening, int accounts) throws IOException {
        number = 0;
        turn(opening, new Series(), () -> number < accounts);
        number = neverUsed();
    }

    private static BooleanSupplier ends(Duration time) {
        var from = System.nanoTime();
        return () -> System.nanoTime() - from < time.toNanos();
    }

    private void turn(Request request, Series series, BooleanSupplier goesOn) throws IOException {
        for (var connection : connections) {
            // A server ends a connection that was at rest for long.
            connection.reopen();
            connection.send(request, number++);
        }
        while (goesOn.getAsBoolean()) {
            select(request, series, connection -> connection.send(request, number++));
        }
        series.end();
        var waiting = new AtomicInteger(CONNECTIONS);
        while (waiting.get() > 0) {
            select(request, series, _ -> waiting.decrementAndGet());
        }
    }

    private interface Served {
        void go(Connection connection) throws IOException;
    }

    private void select(Request request, Series series, Served served) throws IOException {
        selector.select(
                key -> {
                    var connection = (Connection) key.attachment();
                    try {
                        take(connection, request, series, served);
                    } catch (IOException ended) {
                        again(connection, request, series);
                    }
                },
                LONGEST_WAIT_MS);
    }

    private static void take(Connection connection, Request request, Series series, Served served) throws IOException {
        if (connection.receive()) {
            if (connection.isAccepted()) {
                series.answered(connection.nanosWaited());
                served.go(connection);
            } else {
                series.busy();
                connection.sendAgain(request);
            }
        }
    }

    /** A server that is too busy says so, and may end the connection. */
    private static void again(Connection connection, Request request, Series series) {
        series.ended();
        try {
            connection.reopen();
            connection.sendAgain(request);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
