package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A JSON body")
class JsonBodyTest {

    @Test
    void that_is_right_is_bound_and_answered() {
        var response = Edge.send(Edge.echo(Edge.VALID));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var echoed = Edge.json(response);
        assertThat(echoed.at("/body/account").stringValue()).isEqualTo("EA:acme:C-1");
        assertThat(echoed.at("/body/nested/0/count").longValue()).isEqualTo(7);
        assertThat(echoed.at("/body/remark").isMissingNode()).isTrue();
        assertThat(echoed.at("/money").toString()).isEqualTo("{\"value\":\"12.50\",\"currency\":\"CNY\"}");
        assertThat(echoed.at("/subject").stringValue()).isEqualTo("acme");
    }

    static Stream<String> notJson() {
        return Stream.of(
                "",
                " ",
                "nothing",
                "{",
                Edge.VALID + Edge.VALID,
                Edge.VALID + "x",
                "// why\n" + Edge.VALID,
                "\uFEFF" + Edge.VALID,
                Edge.VALID.replace("{\"account\"", "{\"account\":\"EA:acme:C-2\",\"account\""),
                Edge.VALID.replace("\"colour\"", "colour"),
                Edge.VALID.replace("\"RED\"", "'RED'"),
                Edge.VALID.replace(":7", ":NaN"),
                Edge.VALID.replace(":7", ":0x10"),
                Edge.VALID.replace(":7", ":012"),
                Edge.VALID.replace(":7", ":+1"),
                Edge.VALID.replace(":7", ":.5"),
                Edge.VALID.replace(":7", ":1."),
                Edge.VALID.replace(":7", ":" + "9".repeat(41)),
                Edge.VALID.replace("\"a\"", "\"" + "a".repeat(64 * 1024 + 1) + "\""),
                Edge.VALID.replace("\"a\"", "[".repeat(33) + "]".repeat(33)),
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                Edge.VALID.replace("\"a\"", "\"a\nb\""),
                Edge.VALID.replace("\"a\"", "\"\\x41\""));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void that_is_not_one_document_is_malformed(String body) {
        Edge.problem(Edge.send(Edge.echo(body)), 400, "MALFORMED_JSON");
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                Edge.VALID.getBytes(StandardCharsets.UTF_16),
                Edge.VALID.getBytes(StandardCharsets.UTF_16LE),
                Edge.VALID.getBytes(java.nio.charset.Charset.forName("UTF-32")),
                Edge.VALID.replace("\"a\"", "\"é\"").getBytes(StandardCharsets.ISO_8859_1),
                // A slash in two bytes, as a hiding place.
                new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void in_another_encoding_is_malformed(byte[] body) {
        var request = Edge.echo("").POST(BodyPublishers.ofByteArray(body));
        Edge.problem(Edge.send(request), 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "7", "\"text\"", "[]"})
    void that_is_no_object_is_invalid(String body) {
        Edge.problem(Edge.send(Edge.echo(body)), 422, "FIELD_INVALID");
    }

    @Test
    void has_all_its_faults_listed_at_once() {
        var body = """
                {"account":"EA:acme","amount":{"value":"1.005","currency":"CNY"},"day":"2026-02-30","colour":"red",\
                "nested":[{"text":7,"count":"7"},null,{"text":"b","count":1.5}],"agreed":null,"surprise":1}""";
        var fields =
                Edge.problem(Edge.send(Edge.echo(body)), 422, "FIELD_INVALID").get("fields");
        assertThat(fields.valueStream().map(fault -> fault.get("field").stringValue()))
                .containsExactlyInAnyOrder(
                        "/account",
                        "/amount",
                        "/day",
                        "/colour",
                        "/nested/0/text",
                        "/nested/0/count",
                        "/nested/1",
                        "/nested/2/count",
                        "/agreed",
                        "/surprise");
    }

    @Test
    void misses_every_field_that_is_not_optional() {
        var fields =
                Edge.problem(Edge.send(Edge.echo("{}")), 422, "FIELD_INVALID").get("fields");
        assertThat(fields.valueStream().map(fault -> fault.get("field").stringValue()))
                .containsExactly("/account", "/amount", "/day", "/colour", "/agreed", "/nested");
    }

    @Test
    void with_unknown_fields_only_says_so() {
        var body = Edge.VALID.replace("\"RED\"", "\"RED\",\"color\":1").replace("\"count\"", "\"Text\":1,\"count\"");
        var problem = Edge.problem(Edge.send(Edge.echo(body)), 422, "UNKNOWN_FIELD");
        assertThat(problem.get("fields").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|AMOUNT_MALFORMED",
                "-0.00|AMOUNT_MALFORMED",
                "1e400|AMOUNT_MALFORMED",
                "1e999999999|AMOUNT_MALFORMED",
                "NaN|AMOUNT_MALFORMED",
                "012|AMOUNT_MALFORMED",
                "+1|AMOUNT_MALFORMED",
                "'1,000.00'|AMOUNT_MALFORMED",
                "' 1'|AMOUNT_MALFORMED",
                "1.|AMOUNT_MALFORMED",
                ".5|AMOUNT_MALFORMED",
                "''|AMOUNT_MALFORMED",
                "١٢|AMOUNT_MALFORMED",
                "１２|AMOUNT_MALFORMED",
                "−1|AMOUNT_MALFORMED",
                "0.001|AMOUNT_MALFORMED",
                "9223372036854775807|AMOUNT_MALFORMED",
                "99999999999999999.99|AMOUNT_MALFORMED"
            })
    void with_what_is_no_amount_says_so(String value, String code) {
        Edge.problem(Edge.send(Edge.echo(Edge.VALID.replace("12.50", value))), 422, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cny", "CN", "RMB", "XXX", "EUR", "СNY", ""})
    void with_another_currency_says_so(String currency) {
        Edge.problem(
                Edge.send(Edge.echo(Edge.VALID.replace("\"CNY\"", "\"" + currency + "\""))),
                422,
                "CURRENCY_NOT_SUPPORTED");
    }

    static List<List<String>> wrongTypes() {
        return List.of(
                List.of("{\"value\":\"12.50\",\"currency\":\"CNY\"}", "12.50"),
                List.of("\"12.50\"", "12.50"),
                List.of("\"12.50\"", "null"),
                List.of(":7", ":\"7\""),
                List.of(":7", ":7.0"),
                List.of(":7", ":1e2"),
                List.of(":7", ":1e999999999"),
                List.of(":7", ":9223372036854775808"),
                List.of(":7", ":true"),
                List.of("\"a\"", "{}"),
                List.of("\"RED\"", "0"),
                List.of("\"RED\"", "\"\""),
                List.of("true", "\"true\""),
                List.of("true", "1"),
                List.of("\"2026-03-31\",", "20543,"),
                List.of("\"2026-03-31\",", "[2026,3,31],"),
                List.of("\"2026-03-31\",", "\"2026-02-30\","),
                List.of("\"2026-03-31\",", "\"+12026-03-31\","),
                List.of("\"2026-03-31\",", "\"2026-03-31T00:00:00Z\","),
                List.of("2026-03-31T09:30:00Z", "2026-03-31T24:00:00Z"),
                List.of("2026-03-31T09:30:00Z", "2026-03-31T23:59:60Z"),
                List.of("2026-03-31T09:30:00Z", "2026-03-31T09:30:00"),
                List.of("[{\"text\":\"a\",\"count\":7}]", "{\"text\":\"a\",\"count\":7}"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void guesses_no_type(List<String> change) {
        var body = Edge.VALID.replace(change.getFirst(), change.getLast());
        assertThat(body).isNotEqualTo(Edge.VALID);
        Edge.problem(Edge.send(Edge.echo(body)), 422, "FIELD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "\\udc00\\ud800"})
    void with_what_no_file_can_hold_is_invalid(String escape) {
        Edge.problem(Edge.send(Edge.echo(Edge.VALID.replace("\"a\"", "\"" + escape + "\""))), 422, "FIELD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d\\ude00",
                "\u202E",
                "' OR 1=1--",
                "${jndi:ldap://x}",
                "#{T(java.lang.Runtime)}",
                "{{7*7}}",
                "=cmd|'/C calc'!A0",
                "e\u0301",
                "\\r\\n\\u001b[31m"
            })
    void keeps_every_other_text_as_it_is(String text) {
        var response = Edge.send(Edge.echo(Edge.VALID.replace("\"a\"", "\"" + text + "\"")));
        assertThat(response.statusCode()).isEqualTo(200);
        var sent = tools.jackson.databind.json.JsonMapper.shared().readTree("\"" + text + "\"");
        assertThat(Edge.json(response).at("/body/nested/0/text")).isEqualTo(sent);
    }

    @Test
    void with_colliding_names_is_refused_within_a_second() {
        var names = IntStream.range(0, 14)
                .boxed()
                .reduce(
                        List.of(""),
                        (all, bit) -> all.stream()
                                .flatMap(name -> Stream.of(name + "Aa", name + "BB"))
                                .toList(),
                        (left, right) -> left);
        var body = names.stream().map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
        var before = System.nanoTime();
        var response = Edge.send(Edge.echo(body));
        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void is_the_same_content_in_any_spelling_and_order() {
        var reordered = "{ \"remark\" : null ," + Edge.VALID.substring(1).replace("\"RED\"", "\"\\u0052ED\"");
        var plain = Edge.VALID.replace("{\"account\"", "{\"remark\":null,\"account\"");
        var digests = Stream.of(plain, reordered)
                .map(body -> Edge.json(Edge.send(Edge.echo(body))).get("digest").stringValue())
                .collect(Collectors.toSet());
        assertThat(digests).hasSize(1).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        var other = Edge.json(Edge.send(Edge.echo(Edge.VALID.replace(":7", ":8"))));
        assertThat(digests).doesNotContain(other.get("digest").stringValue());
        assertThat(Collections.disjoint(digests, List.of(""))).isTrue();
    }
}
