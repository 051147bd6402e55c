package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A command's headers")
class HeadersTest {

    private static java.net.http.HttpRequest.Builder approve() {
        return Edge.asTenant("/v1/approve").POST(BodyPublishers.noBody());
    }

    @Test
    void name_the_operation() {
        var request = Edge.asTenant("/v1/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Edge.VALID));
        Edge.problem(Edge.send(request), 400, "IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void name_it_visibly(String key) {
        Edge.problem(
                Edge.send(Edge.echo(Edge.VALID).setHeader("Idempotency-Key", key)), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void name_it_in_255_characters() {
        var longest = "k".repeat(255);
        assertThat(Edge.send(Edge.echo(Edge.VALID).setHeader("Idempotency-Key", longest))
                        .statusCode())
                .isEqualTo(200);
        Edge.problem(
                Edge.send(Edge.echo(Edge.VALID).setHeader("Idempotency-Key", longest + "k")),
                400,
                "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void name_it_once() {
        Edge.problem(Edge.send(Edge.echo(Edge.VALID).header("Idempotency-Key", "k-2")), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "\"2\", \"3\"", "\"2\",\"3\" ,\"4\"", "*"})
    void may_name_the_version_decided_on(String etags) {
        var request = approve().header("Idempotency-Key", "k").header("If-Match", etags);
        assertThat(Edge.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void naming_an_older_version_are_stale() {
        var request = approve().header("Idempotency-Key", "k").header("If-Match", "\"2\"");
        var problem = Edge.problem(Edge.send(request), 412, "STALE_VERSION");
        assertThat(problem.path("expected").toString()).isEqualTo("[2]");
        assertThat(problem.path("actual").longValue()).isEqualTo(3);
        assertThat(problem.path("instance").stringValue()).isEqualTo("/v1/approve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"3\"",
                "3",
                "\"3",
                "\"\"",
                "\"abc\"",
                "\"3\",",
                "*,\"3\"",
                "\"-1\"",
                "\"03\"",
                "\"9999999999999999999\"",
                ","
            })
    void with_what_is_no_etag_of_ours_are_refused(String etags) {
        var request = approve().header("Idempotency-Key", "k").header("If-Match", etags);
        Edge.problem(Edge.send(request), 400, "PRECONDITION_INVALID");
    }

    @Test
    void must_name_a_version_where_people_decide() {
        Edge.problem(Edge.send(approve().header("Idempotency-Key", "k")), 428, "PRECONDITION_REQUIRED");
    }

    @Test
    void need_name_none_elsewhere() {
        var without = Edge.asTenant("/v1/amend").POST(BodyPublishers.noBody());
        assertThat(Edge.send(without).body()).isEqualTo("unconditional");
        var with = Edge.asTenant("/v1/amend").header("If-Match", "\"1\"").POST(BodyPublishers.noBody());
        assertThat(Edge.send(with).body()).isEqualTo("conditional");
    }
}
