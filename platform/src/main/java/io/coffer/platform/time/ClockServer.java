package io.coffer.platform.time;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a person or a test move the simulated clock: reachable from this machine only, on a port of its own. */
public final class ClockServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ClockRequests requests;

    private ClockServer(HttpServer server, SimulatedClock clock) {
        this.server = server;
        this.requests = new ClockRequests(clock);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static ClockServer start(SimulatedClock clock, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var started = new ClockServer(server, clock);
            LOG.warn("Simulated clock: it is {}, move it at {}", clock.instant(), started.url());
            return started;
        } catch (IOException taken) {
            throw new StartRefused(
                    "The simulated clock cannot listen on port " + port + " of this machine.",
                    "Free the port, or give another with " + TimeConfiguration.PORT + ".",
                    taken);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/clock";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = requests.answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    exchange.getRequestBody());
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.mediaType());
            headers.set("Cache-Control", "no-store");
            if (!answer.allow().isEmpty()) {
                headers.set("Allow", answer.allow());
            }
            var head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
            if (!head) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }
}
