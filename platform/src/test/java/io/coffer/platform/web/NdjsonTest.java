package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of lines")
class NdjsonTest {

    private static HttpResponse<String> send(BodyPublisher body) {
        return Edge.send(Edge.asTenant("/v1/lines")
                .header("Content-Type", "application/x-ndjson")
                .POST(body));
    }

    private static List<String> outcomes(String body) {
        var response = send(BodyPublishers.ofString(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Edge.json(response)
                .valueStream()
                .map(line -> line.get("number").longValue() + " "
                        + line.get("outcome").stringValue())
                .toList();
    }

    @Test
    void has_a_result_for_each_line() {
        var body = """
                {"text":"a","count":1}
                nonsense

                {"text":"b"}
                {"text":"c","count":2,"count":3}
                {"text":"d","count":4,"x":5}
                {"text":"\\u0000","count":6}
                {"text":"e","count":7} {"text":"f","count":8}\r
                {"text":"g","count":9}""";
        assertThat(outcomes(body))
                .containsExactly(
                        "1 a",
                        "2 MALFORMED_JSON",
                        "4 FIELD_INVALID",
                        "5 MALFORMED_JSON",
                        "6 UNKNOWN_FIELD",
                        "7 FIELD_INVALID",
                        "8 MALFORMED_JSON",
                        "9 g");
    }

    @Test
    void skips_a_line_that_is_too_long_and_no_other() {
        var longest = "{\"text\":\"%s\",\"count\":1}";
        var fill = BodyLimit.LINE_BYTES - longest.length() + 2;
        var fits = longest.formatted("a".repeat(fill));
        var tooLong = longest.formatted("b".repeat(fill + 1));
        assertThat(outcomes(fits + "\n" + tooLong + "\n" + longest.formatted("c")))
                .containsExactly("1 " + "a".repeat(fill), "2 BODY_TOO_LARGE", "3 c");
    }

    @Test
    void may_be_larger_than_a_document() {
        var line = "{\"text\":\"%s\",\"count\":1}\n".formatted("a".repeat(1000));
        assertThat(outcomes(line.repeat(3000))).hasSize(3000).last().asString().startsWith("3000 a");
    }

    @Test
    void ends_with_the_reason_when_it_breaks_its_bounds() {
        var blank = " ".repeat(1023) + "\n";
        var body = BodyPublishers.ofByteArrays(IntStream.rangeClosed(0, 64 * 1024)
                .mapToObj(line -> blank.getBytes(StandardCharsets.US_ASCII))
                .collect(Collectors.toList()));
        var response = send(body);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Edge.json(response)
                        .valueStream()
                        .map(line -> line.get("outcome").stringValue()))
                .containsExactly("BODY_TOO_LARGE");
    }

    @Test
    void is_not_taken_as_a_document() {
        var response = Edge.send(Edge.asTenant("/v1/lines")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        Edge.problem(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(Edge.json(response).at("/accepts/0").stringValue()).isEqualTo("application/x-ndjson");
    }
}
