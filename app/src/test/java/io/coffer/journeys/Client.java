package io.coffer.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One actor with a token. Keeps every exchange to the API's own description. */
final class Client {

    // No h2c upgrade: our own edge refuses it, and every request would offer it.
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    // A statement of a long day on a busy machine takes its time.
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("coffer.day.request-seconds", 60));

    private final String base;
    private final HttpRequest asksForToken;
    private final Contract contract;
    private volatile Token token;

    private Client(String base, HttpRequest asksForToken, Contract contract) {
        this.base = base;
        this.asksForToken = asksForToken;
        this.contract = contract;
        this.token = Token.of(asksForToken);
    }

    /** @param issuer the process that gives tokens, usually the same as {@code base} */
    static Client of(String base, String issuer, String id, String secret) {
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var asksForToken = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return new Client(base, asksForToken, Contract.of(base));
    }

    String token() {
        if (System.nanoTime() - token.staleAt() >= 0) {
            token = Token.of(asksForToken);
        }
        return token.value();
    }

    /** A long day outlives a token. */
    private record Token(String value, long staleAt) {

        static Token of(HttpRequest asks) {
            var answer = send(asks).isAccepted().json();
            var life = Duration.ofSeconds(answer.path("expires_in").asLong());
            return new Token(
                    answer.path("access_token").asString(),
                    System.nanoTime() + life.dividedBy(2).toNanos());
        }
    }

    /** Reads, and asks again where a view says that it is still on its way. */
    Reply get(String path) {
        return Until.is(() -> ask("GET", path, null).answer(), answer -> answer.status() != 503);
    }

    Reply get(String path, long minPosition) {
        return get(path + (path.contains("?") ? "&" : "?") + "min-position=" + minPosition);
    }

    /** The items of all pages: other journeys leave things waiting in the same lists. */
    List<JsonNode> all(String path, long minPosition) {
        var items = new ArrayList<JsonNode>();
        var page = get(path + "?limit=200", minPosition);
        items.addAll(page.items());
        while (page.json().has("next")) {
            page = get(path + "?limit=200&cursor=" + page.at("/next"), minPosition);
            items.addAll(page.items());
        }
        return items;
    }

    Reply post(String path, @Nullable String body) {
        return ask("POST", path, body).answer();
    }

    Reply post(String path) {
        return post(path, null);
    }

    Ask ask(String method, String path, @Nullable String body) {
        return new Ask(method, path, body, UUID.randomUUID().toString(), "", "application/json");
    }

    /** A request as it is being written. */
    final class Ask {

        private final String method;
        private final String path;
        private final @Nullable String body;
        private final String key;
        private final String ifMatch;
        private final String mediaType;

        private Ask(String method, String path, @Nullable String body, String key, String ifMatch, String mediaType) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.key = key;
            this.ifMatch = ifMatch;
            this.mediaType = mediaType;
        }

        Ask key(String next) {
            return new Ask(method, path, body, next, ifMatch, mediaType);
        }

        Ask ifMatch(String etag) {
            return new Ask(method, path, body, key, etag, mediaType);
        }

        Ask as(String next) {
            return new Ask(method, path, body, key, ifMatch, next);
        }

        Reply answer() {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(LONGEST)
                    .header("Authorization", "Bearer " + token())
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (!method.equals("GET")) {
                request.header("Idempotency-Key", key);
            }
            if (!ifMatch.isEmpty()) {
                request.header("If-Match", ifMatch);
            }
            if (body != null) {
                request.header("Content-Type", mediaType);
            }
            var reply = send(request.build());
            contract.check(method, URI.create(base + path).getRawPath(), body == null ? "" : mediaType, body, reply);
            return reply;
        }
    }

    static Reply send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
