package io.coffer.command.kernel;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of a bank's service over HTTP. Whatever is not a clear answer is {@link Said.Unclear}, a refused connection too: it costs
 * one question, a guess costs money.
 */
public final class BankCalls {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> baseUrl;
    private final Duration deadline;
    private final JsonMapper json;

    /** @param baseUrl asked at every call: a simulator inside the process knows its port late */
    public BankCalls(Supplier<String> baseUrl, Duration deadline, JsonMapper json) {
        this.baseUrl = baseUrl;
        this.deadline = deadline;
        this.json = json;
    }

    /** What came back. */
    public sealed interface Said<A> {

        record Clear<A>(A answer) implements Said<A> {}

        /** No answer, or none that can be read. What was asked for may have been done. */
        record Unclear<A>(String cause) implements Said<A> {}
    }

    public <A> Said<A> post(String path, Map<String, String> body, Class<A> answer) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build(),
                answer);
    }

    /** Asks about one number. */
    public <A> Said<A> get(String path, String number, Class<A> answer) {
        var encoded = URLEncoder.encode(number, StandardCharsets.UTF_8);
        return send(request(path + "/" + encoded).GET().build(), answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl.get() + path)).timeout(deadline);
    }

    private <A> Said<A> send(HttpRequest request, Class<A> answer) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 || response.statusCode() == 202
                    ? new Said.Clear<>(json.readValue(response.body(), answer))
                    : new Said.Unclear<>("HTTP " + response.statusCode());
        } catch (IOException | JacksonException e) {
            return new Said.Unclear<>(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Said.Unclear<>("stopped while calling");
        }
    }
}
