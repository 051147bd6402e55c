package io.coffer.command.refunds;

import io.coffer.api.money.Amount;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the channels' refund service over HTTP. Whatever is not a clear answer is {@link RefundChannel.Reply.Unclear}, a
 * refused connection too: it costs one question, a guess costs money.
 */
final class HttpRefundChannel implements RefundChannel {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> baseUrl;
    private final Duration deadline;
    private final JsonMapper json;

    /** @param baseUrl asked at every call: a simulator inside the process knows its port late */
    HttpRefundChannel(Supplier<String> baseUrl, Duration deadline, JsonMapper json) {
        this.baseUrl = baseUrl;
        this.deadline = deadline;
        this.json = json;
    }

    @Override
    public Reply submit(Order order) {
        var amount = Amount.of(order.amount());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("refundNo", order.refund().value());
        body.put("channel", order.channel());
        body.put("original", order.original());
        body.put("amount", amount.value());
        body.put("currency", amount.currency());
        return send(
                order,
                request("/channel/refunds")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build());
    }

    @Override
    public Reply query(Order order) {
        var number = URLEncoder.encode(order.refund().value(), StandardCharsets.UTF_8);
        return send(order, request("/channel/refunds/" + number).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl.get() + path)).timeout(deadline);
    }

    private Reply send(Order order, HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 || response.statusCode() == 202
                    ? json.readValue(response.body(), ChannelAnswer.class).reply(order)
                    : new Reply.Unclear("HTTP " + response.statusCode());
        } catch (IOException | JacksonException e) {
            return new Reply.Unclear(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Unclear("stopped while calling");
        }
    }
}
