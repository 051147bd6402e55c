package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request")
class RequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "application/problem+json",
                "application/merge-patch+json",
                "application/yaml",
                "application/cbor",
                "application/json;charset=utf-16",
                "application/json;charset=iso-8859-1",
                "application/json;charset=nonsense",
                "multipart/form-data;boundary=x",
                "application/x-www-form-urlencoded",
                "application/x-ndjson",
                "json",
                "*/*",
                "application/*",
                ";"
            })
    void of_another_media_type_is_unsupported(String type) {
        var request = Edge.echo(Edge.VALID).setHeader("Content-Type", type);
        Edge.problem(Edge.send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void without_a_media_type_is_unsupported() {
        var request =
                Edge.asTenant("/v1/echo").header("Idempotency-Key", "k").POST(BodyPublishers.ofString(Edge.VALID));
        Edge.problem(Edge.send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void says_its_charset_as_it_likes_as_long_as_it_is_utf_8() {
        var request = Edge.echo(Edge.VALID).setHeader("Content-Type", "Application/JSON; charset=\"UTF-8\"");
        assertThat(Edge.send(request).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "x"})
    void is_not_unpacked(String encoding) {
        Edge.problem(
                Edge.send(Edge.echo(Edge.VALID).header("Content-Encoding", encoding)), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/problem+json", "text/html", "application/json;q=x", "nonsense"})
    void that_takes_no_json_is_refused_before_it_is_worked_on(String accept) {
        // Without a key: were the operation looked at first, the key would be missed first.
        var request = Edge.asTenant("/v1/approve").header("Accept", accept).POST(BodyPublishers.noBody());
        Edge.problem(Edge.send(request), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void that_takes_problems_too_gets_json() {
        var request = Edge.echo(Edge.VALID).header("Accept", "application/problem+json, application/json");
        assertThat(Edge.send(request).headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void is_answered_in_one_piece() {
        var headers = Edge.send(Edge.echo(Edge.VALID)).headers();
        assertThat(headers.firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(headers.firstValue("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void to_an_operation_is_answered_with_all_its_headers(String method) {
        var answer = Edge.send(Edge.asTenant("/v1/open?number=7").method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"number\":7,\"outcome\":\"开立\"}");
        assertThat(answer.headers().map())
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry("Content-Length", List.of("31"))
                .containsEntry("Location", List.of("/v1/open/7"))
                .containsEntry("ETag", List.of("\"7\""))
                .containsEntry("Coffer-Position", List.of("17"))
                .containsEntry("Cache-Control", List.of("no-cache, no-store, max-age=0, must-revalidate"))
                .containsKey("X-Correlation-Id");
    }

    /** Its handlers declare a body, as ours do, and do not ask for one. */
    @Test
    void to_the_actuator_needs_no_body() {
        var answer = Edge.send(Edge.request("/actuator/health/liveness"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void to_an_operation_that_answers_nothing_has_an_empty_answer() {
        var answer = Edge.send(Edge.asTenant("/v1/accept").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("0");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "PROPFIND", "FOO", "HEAD"})
    void of_another_method_is_told_the_right_one(String method) {
        var request = Edge.asTenant("/v1/echo").method(method, BodyPublishers.noBody());
        var response = Edge.send(request);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void does_not_change_its_method_by_a_header() {
        var request = Edge.asTenant("/v1/echo")
                .header("X-HTTP-Method-Override", "POST")
                .GET();
        Edge.problem(Edge.send(request), 405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, 404, NO_SUCH_PATH",
        "/v1/echo/, 404, NO_SUCH_PATH",
        "/V1/echo, 404, NO_SUCH_PATH",
        "/error, 404, NO_SUCH_PATH",
        "/v1/escrow-accounts/, 404, NO_SUCH_PATH",
        "/v1/escrow-accounts/EA:acme, 404, NOT_FOUND",
        "/v1/escrow-accounts/EA:ACME:C-1, 404, NOT_FOUND",
        "/v1/escrow-accounts/PY:acme:C-1, 404, NOT_FOUND",
        "/v1/escrow-accounts/EA:acme:C-1:x, 404, NOT_FOUND",
        "/v1/escrow-accounts/00000000-0000-0000-0000-000000000000, 404, NOT_FOUND",
        "/v1/escrow-accounts/EA:acme:%D9%A1, 404, NOT_FOUND",
        "/v1/escrow-accounts/%27%20OR%201=1--, 404, NOT_FOUND",
        "/v1/escrow-accounts/%ff, 400, ",
        "/v1/escrow-accounts/EA:acme:C-1%2f.., 400, ",
        "/v1/escrow-accounts/%2e%2e%2factuator, 400, ",
        "/v1/escrow-accounts/..;/actuator, 400, ",
        "/v1/escrow-accounts/a%00b, 400, ",
        "/v1/escrow-accounts/a%0d%0ab, 400, ",
        "/v1/escrow-accounts/a%5cb, 400, ",
        "/v1/escrow-accounts/%252e%252e, 400, ",
        "/v1/../actuator/prometheus, 400, ",
        "/v1//echo, 400, ",
        "//v1/echo, 400, ",
        "/v1/echo;jsessionid=1, 400, ",
        "/v1/%2Fecho, 400, ",
        "/v1/%, 400, ",
        "/v1/%zz, 400, ",
        "/v1/escrow-accounts/EA:acme:C-1?limit=%00, 400, ",
        "/v1/escrow-accounts/EA:acme:C-1?limit=x, 422, FIELD_INVALID",
        "/v1/escrow-accounts/EA:acme:C-1?limit=1e9, 422, FIELD_INVALID",
        "/v1/escrow-accounts/EA:acme:C-1?limit=99999999999, 422, FIELD_INVALID",
        "/v1/escrow-accounts/EA:acme:C-1?limit=%ff, 400, ",
        "/v1/escrow-accounts/EA:acme:C-1?limit=%zz, 400, ",
        "/v1/escrow-accounts/EA:acme:C-1?%zz=1, 400, ",
        "/v1/failing, 422, FIELD_INVALID"
    })
    void to_a_strange_address_is_a_problem(String path, int status, String code) {
        var answer = RawAnswer.of(Edge.raw(get(path)));
        answer.isProblem(status);
        if (code != null) {
            assertThat(answer.json().path("code").stringValue()).isEqualTo(code);
        }
    }

    @Test
    void finds_what_it_asks_for() {
        var response = Edge.send(Edge.asTenant("/v1/escrow-accounts/EA:acme:C-1?limit=7"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("\"EA:acme:C-1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /v1/{x} HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/<x> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n",
                "POST /v1/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /v1/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\nab",
                "nonsense\r\n\r\n"
            })
    void that_is_hardly_http_is_a_problem_all_the_same(String request) {
        var answer = RawAnswer.of(Edge.raw(request.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 505).isNotEqualTo(500);
        answer.isProblem(answer.status());
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 200_000})
    void with_headers_without_end_is_a_problem(int length) {
        var answer = RawAnswer.of(Edge.raw(("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(length) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        assertThat(answer.status()).as(answer.text()).isIn(400, 431);
        answer.isProblem(answer.status());
    }

    @Test
    void with_an_address_without_end_is_a_problem() {
        var answer = RawAnswer.of(Edge.raw(get("/v1/" + "a".repeat(20_000))));
        answer.isProblem(answer.status());
        assertThat(answer.status()).isIn(400, 414);
    }

    @Test
    void that_announces_ten_gigabytes_is_refused_before_they_come() {
        var answer = RawAnswer.of(Edge.raw(("POST /v1/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Edge.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII)));
        answer.isProblem(413);
    }

    @Test
    void with_more_than_a_megabyte_in_chunks_is_refused() {
        var body = BodyPublishers.ofInputStream(() -> endless(1024 * 1024 + 1));
        Edge.problem(Edge.send(Edge.echo("").POST(body)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void with_torn_chunks_is_a_problem() {
        var answer = RawAnswer.of(Edge.raw(("POST /v1/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Edge.token()
                        + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "zz\r\n{}\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        answer.isProblem(400);
    }

    @Test
    void that_stops_in_the_middle_is_answered_in_time() {
        var before = System.nanoTime();
        var text = Edge.rawOpen(("POST /v1/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Edge.token()
                        + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
        RawAnswer.of(text).isProblem(408);
        assertThat(System.nanoTime() - before).isBetween(5_000_000_000L, 25_000_000_000L);
    }

    @Test
    void with_a_body_that_nobody_expects_is_refused() {
        var request = Edge.asTenant("/v1/amend").POST(BodyPublishers.ofString("{}"));
        Edge.problem(Edge.send(request), 400, "BODY_UNEXPECTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language|%%;q=x,*",
                "Range|bytes=9-1,-",
                "If-Modified-Since|yesterday",
                "If-None-Match|\"",
                "Cookie|a=b; $Version=; =;\"",
                "X-Forwarded-For|' OR 1=1--",
                "X-Forwarded-Proto|ftp",
                "Forwarded|for=\"",
                "Upgrade|h2c",
                "Expect|nonsense",
                "Expect|100-continue",
                "Accept-Encoding|gzip;q=9,*",
                "Content-Type|application/json",
                "Content-Type|application/x-www-form-urlencoded",
                "Origin|null",
                "Origin|http://elsewhere.example",
                "Access-Control-Request-Method|x"
            })
    void with_any_header_is_answered(String name, String value) {
        var answer = RawAnswer.of(
                Edge.raw(("GET /v1/escrow-accounts/EA:acme:C-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Authorization: Bearer " + Edge.token() + "\r\n" + name + ": " + value + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
            answer.isProblem(answer.status());
        }
    }

    @Test
    void of_another_site_is_not_let_through_to_ask_first() {
        var response = Edge.send(Edge.asTenant("/v1/echo")
                .header("Origin", "http://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        Edge.problem(response, 403, "ORIGIN_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1&limit=2", "limit=", "limit", "&&&=", "limit=%E2%80%AE7", "limit=7%0d%0aX: y"})
    void with_an_odd_query_is_answered(String query) {
        var answer = RawAnswer.of(Edge.raw(get("/v1/escrow-accounts/EA:acme:C-1?" + query)));
        assertThat(answer.status()).as(answer.text()).isIn(200, 400, 422);
    }

    @Test
    void with_a_thousand_parameters_is_a_problem() {
        var answer = RawAnswer.of(Edge.raw(get("/v1/escrow-accounts/EA:acme:C-1?" + "a=1&".repeat(1000))));
        answer.isProblem(400);
    }

    @Test
    void keeps_its_own_correlation_id_when_it_is_one() {
        var kept = Edge.send(Edge.asTenant("/v1/nothing").header("X-Correlation-Id", "my-trace.1"));
        assertThat(Edge.problem(kept, 404, "NO_SUCH_PATH").path("traceId").stringValue())
                .isEqualTo("my-trace.1");
        var replaced = Edge.send(Edge.asTenant("/v1/nothing").header("X-Correlation-Id", "{\"level\":\"ERROR\"}"));
        assertThat(Edge.problem(replaced, 404, "NO_SUCH_PATH").path("traceId").stringValue())
                .doesNotContain("ERROR");
    }

    @Test
    void that_fails_inside_tells_nothing_of_the_inside() {
        var response = Edge.send(Edge.asTenant("/v1/failing?how=badly"));
        assertThat(response.body()).doesNotContain("secret");
        Edge.problem(response, 500, "INTERNAL");
    }

    @Test
    void that_comes_too_early_is_told_when_to_come_again() {
        var response = Edge.send(Edge.asTenant("/v1/failing?how=late"));
        Edge.problem(response, 503, "SERVICE_UNAVAILABLE");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    }

    private static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + Edge.token()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static InputStream endless(int bytes) {
        return new ByteArrayInputStream(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    }
}
