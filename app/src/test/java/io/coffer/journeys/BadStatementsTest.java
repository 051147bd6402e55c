package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A bad day statement")
class BadStatementsTest {

    private static final String STATEMENTS = "/v1/bank/statements";
    private static final String HEADER = header("2026-09-03", 1, "10.00");
    private static final String LINE = line("S-1");
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static final List<String> LINES = List.of(
            "not json",
            "{",
            "null",
            "[]",
            "{}",
            "\uFEFF" + LINE,
            HEADER,
            LINE.replace("CNY", "EUR"),
            LINE.replace("10.00", "-10.00"),
            LINE.replace("10.00", "0.00"),
            LINE.replace("10.00", "1.005"),
            LINE.replace("10.00", "9223372036854775807"),
            LINE.replace("\"10.00\"", "10.00"),
            LINE.replace("S-1", ""),
            LINE.replace("S-1", "../x"),
            LINE.replace("S-1", "\\u0000"),
            LINE.replace("\"IN\"", "\"UP\""),
            LINE.replace("\"IN\"", "\"OUT\""),
            LINE.replace("\"IN\"", "\"OUT\",\"payoutNo\":\"PY:acme:NEVER-WAS:R-1\""),
            LINE.replace("RECEIPT", "GIFT"),
            LINE.replace("RECEIPT", "OWN_TRANSFER"),
            LINE.replace("RECEIPT", "OWN_TRANSFER").replace("\"IN\"", "\"OUT\""),
            LINE.replace("RECEIPT", "OWN_TRANSFER").replace("\"IN\"", "\"OUT\",\"payeeAccount\":\"6217000000009000\""),
            LINE.replace("RECEIPT", "RETURN")
                    .replace("\"IN\"", "\"OUT\",\"payeeAccount\":\"" + HomeSale.CUSTODY + "\""),
            LINE.replace("T09:30:00+08:00", ""),
            LINE.replace("{\"line\":", "{\"line\":null,\"line\":"),
            LINE.replace("{\"line\":{", "{\"line\":{\"balance\":\"1\","),
            LINE.replace("S-1", "S".repeat(20_000)),
            LINE.replace("S-1", "S".repeat(TEN_MEGABYTES)));

    private static final List<String> HEADERS = List.of(
            "",
            "\n\n",
            LINE,
            HEADER.replace("\"count\":1", "\"count\":-1"),
            HEADER.replace("\"count\":1", "\"count\":1.5"),
            HEADER.replace("\"count\":1", "\"count\":99999999999"),
            HEADER.replace(",\"count\":1", ""),
            HEADER.replace("2026-09-03", "2026-02-30"),
            HEADER.replace("2026-09-03", "1026-09-03"),
            HEADER.replace(HomeSale.CUSTODY, "1"),
            HEADER.replace(HomeSale.BANK, "104100000005"),
            HEADER.replace("10.00", "-10.00"),
            HEADER.replace("CNY", "EUR"));

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void is_refused_line_by_line_and_books_nothing() {
        send("bank-adapter", HEADER);
        var head = coffer.settled();
        for (var bad : LINES) {
            var answers = send("bank-adapter", HEADER + "\n" + bad);
            assertThat(answers).as(shortened(bad)).hasSize(3);
            assertThat(answers.getFirst().path("outcome").asString()).isEqualTo("OPENED");
            assertRefused(answers.get(1), bad);
            assertRefused(answers.getLast(), bad);
        }
        assertThat(coffer.settled()).isEqualTo(head);
    }

    @Test
    void without_a_good_header_is_refused_as_a_whole() {
        var head = coffer.settled();
        for (var bad : HEADERS) {
            send("bank-adapter", bad).forEach(answer -> assertRefused(answer, bad));
        }
        assertThat(coffer.settled()).isEqualTo(head);
    }

    @Test
    void of_another_media_type_or_from_somebody_else_is_no_statement() {
        var head = coffer.settled();
        for (var media : List.of("application/json", "text/plain", "text/csv")) {
            var answer = coffer.as("bank-adapter")
                    .ask("POST", STATEMENTS, HEADER)
                    .as(media)
                    .answer();
            assertThat(answer.status()).as("%s -> %s", media, answer).isEqualTo(415);
        }
        for (var client : List.of("acme", "operator-1", "auditor")) {
            send(client, HEADER + "\n" + LINE).forEach(answer -> assertRefused(answer, client));
        }
        assertThat(coffer.settled()).isEqualTo(head);
    }

    @Test
    void that_has_a_line_twice_books_it_once_and_is_not_complete() {
        var coreNo = HomeSale.nextCoreNo();
        var twice = Stream.of(header("2026-09-04", 2, "20.00"), line(coreNo), line(coreNo))
                .map(row -> row.replace("2026-09-03", "2026-09-04"))
                .toList();
        var first = send("bank-adapter", String.join("\n", twice));
        assertThat(first.stream().map(answer -> answer.path("outcome").asString()))
                .containsExactly("OPENED", "RECORDED", "REFUSED", "REFUSED");
        assertThat(first.get(2).at("/problem/code").asString()).isEqualTo("LINE_REPEATED");
        assertThat(first.getLast().at("/problem/code").asString()).isEqualTo("STATEMENT_INCOMPLETE");
        var head = coffer.settled();
        send("bank-adapter", String.join("\n", twice));
        assertThat(coffer.settled()).isEqualTo(head);
    }

    private static void assertRefused(JsonNode answer, String bad) {
        assertThat(answer.path("outcome").asString())
                .as("%s of %s", answer, shortened(bad))
                .isEqualTo("REFUSED");
        assertThat(answer.at("/problem/status").asInt())
                .as("%s of %s", answer, shortened(bad))
                .isBetween(400, 499);
        assertThat(answer.at("/problem/code").asString())
                .as("%s of %s", answer, shortened(bad))
                .matches("[A-Z_]+");
    }

    private static String shortened(String bad) {
        return bad.substring(0, Math.min(300, bad.length()));
    }

    private List<JsonNode> send(String client, String file) {
        return coffer.as(client)
                .ask("POST", STATEMENTS, file)
                .as("application/x-ndjson")
                .key(UUID.randomUUID().toString())
                .answer()
                .isAccepted()
                .text()
                .lines()
                .<JsonNode>map(Reply.JSON::readTree)
                .toList();
    }

    private static String header(String date, int count, String total) {
        return """
                {"header":{"bankCode":"%s","custodyAccount":"%s","bankDate":"%s","openingBalance":%s,\
                "closingBalance":%s,"count":%d,"total":%s}}""".formatted(
                        HomeSale.BANK,
                        HomeSale.CUSTODY,
                        date,
                        HomeSale.cny("0.00"),
                        HomeSale.cny(total),
                        count,
                        HomeSale.cny(total));
    }

    private static String line(String coreNo) {
        return """
                {"line":{"direction":"IN","coreNo":"%s","kind":"RECEIPT","amount":%s,"virtualAccount":"9",\
                "bookedAt":"2026-09-03T09:30:00+08:00"}}""".formatted(coreNo, HomeSale.cny("10.00"));
    }
}
