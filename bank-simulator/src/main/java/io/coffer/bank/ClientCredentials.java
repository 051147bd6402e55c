package io.coffer.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tokens by the OAuth2 client-credentials grant, kept for four fifths of their life. Real time, also in a simulation. */
public final class ClientCredentials implements BearerTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI tokenUrl;
    private final String authorization;
    private @Nullable String kept;
    private long keptUntilNanos;

    public ClientCredentials(URI tokenUrl, String clientId, String clientSecret) {
        this.tokenUrl = tokenUrl;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized String token() {
        String token = kept;
        if (token == null || System.nanoTime() - keptUntilNanos >= 0) {
            token = fetch();
            kept = token;
        }
        return token;
    }

    @Override
    public synchronized void rejected(String token) {
        if (token.equals(kept)) {
            kept = null;
        }
    }

    private String fetch() {
        HttpRequest request = HttpRequest.newBuilder(tokenUrl)
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = Json.MAPPER.readTree(response.body());
            if (response.statusCode() != 200 || !body.path("access_token").isString()) {
                throw new IllegalStateException("The issuer answered " + response.statusCode() + " and no token");
            }
            long seconds = body.path("expires_in").asLong(60);
            keptUntilNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos() / 5 * 4;
            return body.path("access_token").stringValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JacksonException malformed) {
            throw new IllegalStateException("The issuer did not answer in JSON", malformed);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Closed while fetching a token", closing);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
