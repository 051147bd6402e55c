package io.coffer.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds the operation for a request, and turns whatever goes wrong into a problem. */
final class Router implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final List<Route> routes;
    private final long holdMillisMax;
    private final CountDownLatch closing = new CountDownLatch(1);

    Router(List<Route> routes, BankSettings settings) {
        this.routes = List.copyOf(routes);
        this.holdMillisMax = settings.times().holdMax().toMillis();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (reply(exchange)) {
                case Reply.Sent sent -> send(exchange, sent);
                case Reply.Withheld _ -> withhold();
            }
        }
    }

    private Reply reply(HttpExchange exchange) {
        try {
            Call call = new Call(exchange);
            return find(call).action().answer(call);
        } catch (BankProblem problem) {
            return Reply.problem(problem);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
            return Reply.problem(new BankProblem(500, "OUT_OF_ORDER", "The bank cannot work at the moment."));
        }
    }

    private Route find(Call call) {
        List<String> segments = call.segments();
        List<Route> here =
                routes.stream().filter(route -> route.leadsTo(segments)).toList();
        String method = call.exchange().getRequestMethod();
        return here.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> {
                    if (here.isEmpty()) {
                        return new BankProblem(404, "NO_SUCH_PLACE", "There is nothing at this address.");
                    }
                    String allowed = here.stream().map(Route::method).collect(Collectors.joining(", "));
                    call.exchange().getResponseHeaders().set("Allow", allowed);
                    return new BankProblem(405, "WRONG_METHOD", "Allowed here: " + allowed);
                });
    }

    private static void send(HttpExchange exchange, Reply.Sent sent) throws IOException {
        byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", sent.contentType());
        // Length 0 would mean "chunked" here, and -1 means "empty".
        exchange.sendResponseHeaders(sent.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void withhold() {
        try {
            var _ = closing.await(holdMillisMax, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    void release() {
        closing.countDown();
    }
}
