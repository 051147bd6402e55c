package io.coffer.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whoever the bank tells things to; answers 200 unless told to answer otherwise first. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Consumer<Heard> reaction = _ -> {};

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Heard said = new Heard(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body);
            reaction.accept(said);
            heard.add(said);
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told");
    }

    void answersFirst(Integer... first) {
        statuses.addAll(List.of(first));
    }

    void reactsWith(Consumer<Heard> newReaction) {
        reaction = newReaction;
    }

    List<Heard> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One request as it came in. */
    record Heard(@Nullable String idempotencyKey, @Nullable String authorization, String body) {

        JsonNode json() {
            return Json.MAPPER.readTree(body);
        }
    }
}
