package io.coffer.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The clock's port")
@SuppressWarnings("NullAway.Init") // Set before each test.
class ClockServerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private SimulatedClock clock;
    private ClockServer server;

    @BeforeEach
    void start() {
        clock = new SimulatedClock(() -> NOON, LeadFile.in(data));
        server = ClockServer.start(clock, 0);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void tells_the_time() throws Exception {
        var answer = send("GET", "/clock", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"now\":\"2026-11-22T04:00:00Z\",\"lead\":\"PT0S\"}");
    }

    @Test
    void advances_and_moves_the_clock() throws Exception {
        assertThat(send("POST", "/clock/advance", "{\"by\":\"PT24H\"}").statusCode())
                .isEqualTo(200);
        assertThat(clock.instant()).isAfterOrEqualTo(NOON.plusSeconds(86_400));

        var answer = send("PUT", "/clock", "{\"now\":\"2027-01-01T00:00:00Z\"}");

        assertThat(answer.body()).contains("\"now\":\"2027-01-01T00:00:00");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /clock         | {"now":"2020-01-01T00:00:00Z"} | 409
            POST | /clock/advance | {"by":"-PT1S"}                 | 409
            POST | /clock/advance | {"by":"P1000000D"}             | 422
            POST | /clock/advance | {"by":"tomorrow"}              | 400
            POST | /clock/advance | {"by":null}                    | 400
            POST | /clock/advance | {"by":"PT1H","at":1}           | 400
            POST | /clock/advance | null                           | 400
            POST | /clock/advance | {}                             | 400
            POST | /clock/advance | {                              | 400
            PUT  | /clock         | {"now":{"deep":[]}}            | 400
            PUT  | /clock         | {"now":"+1000000000-12-31T23:59:59Z"} | 422
            POST | /clock         | {"by":"PT1H"}                  | 405
            GET  | /clock/advance | {}                             | 405
            GET  | /clocks        | {}                             | 404
            """)
    void refuses_and_stays_where_it_is(String method, String path, String body, int status) throws Exception {
        var answer = send(method, path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"code\":");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void refuses_a_long_body_and_another_media_type() throws Exception {
        assertThat(send("PUT", "/clock", " ".repeat(2_000)).statusCode()).isEqualTo(413);

        var form = HttpRequest.newBuilder(uri("/clock/advance"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"by\":\"PT24H\"}"))
                .build();
        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }
}
