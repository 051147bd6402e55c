package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running {@link EdgeApplication} for all tests of this package, and the ways to ask it. */
public final class Edge {

    public static final String VALID = """
            {"account":"EA:acme:C-1","amount":{"value":"12.50","currency":"CNY"},"day":"2026-03-31",\
            "at":"2026-03-31T09:30:00Z","colour":"RED","agreed":true,"nested":[{"text":"a","count":7}]}""";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ConfigurableApplicationContext CONTEXT = start();
    private static String token = "";

    private Edge() {}

    public static ConfigurableApplicationContext start(String... properties) {
        try {
            var parent = Files.createDirectories(Path.of("target", "edges").toAbsolutePath());
            var data = Files.createTempDirectory(parent, "data-");
            var port = Stream.of("server.port=0")
                    .filter(any -> Arrays.stream(properties).noneMatch(own -> own.startsWith("server.port=")));
            var defaults =
                    Stream.concat(port, Stream.of("coffer.data-directory=" + data, "spring.main.banner-mode=off"));
            var arguments = Stream.concat(defaults, Arrays.stream(properties)).map(property -> "--" + property);
            return SpringApplication.run(EdgeApplication.class, arguments.toArray(String[]::new));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static int port(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    public static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    public static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port(CONTEXT) + path))
                .timeout(Duration.ofSeconds(20));
    }

    public static HttpRequest.Builder asTenant(String path) {
        return request(path).header("Authorization", "Bearer " + token());
    }

    public static HttpRequest.Builder echo(String body) {
        return asTenant("/v1/echo")
                .header("Idempotency-Key", "k-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Asserts what every refusal is, whatever its reason, and returns it. */
    public static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(response);
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("type").stringValue())
                .isEqualTo("urn:coffer:problem:"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("traceId").stringValue())
                .isEqualTo(response.headers().firstValue("X-Correlation-Id").orElseThrow());
        assertThat(problem.path("title").stringValue()).isNotBlank();
        assertThat(response.body()).doesNotContain("Exception", "java.", "org.", "tools.jackson", "at io.coffer");
        return problem;
    }

    public static synchronized String token() {
        if (token.isEmpty()) {
            token = token("acme", "acme-secret");
        }
        return token;
    }

    public static String token(String client, String secret) {
        var response = send(request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response).path("access_token").stringValue();
    }

    /** What the server answers to these very bytes, when nothing follows them. */
    public static String raw(byte[] request) {
        return raw(request, true);
    }

    /** What the server answers to these very bytes, when the client keeps it waiting for more. */
    public static String rawOpen(byte[] request) {
        return raw(request, false);
    }

    private static String raw(byte[] request, boolean ended) {
        try (var socket = new Socket("localhost", port(CONTEXT))) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            if (ended) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
