package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A file of notices")
class NoticeStreamTest {

    private static final int LINES = 2_000;
    private static final List<String> BAD = List.of(
            "not json",
            "{\"bankCode\":\"104100000004\"}",
            HomeSale.notice("B-1", "9", "1.005"),
            HomeSale.notice("B-2", "9", "0"),
            HomeSale.notice("B-3", "9", "1.00").replace("CNY", "EUR"),
            HomeSale.notice("B-4", "9", "1.00").replace("\"IN\"", "\"OUT\""),
            HomeSale.notice("B-5", "9", "1.00").replace("104100000004", "104100000005"),
            HomeSale.notice("B-6", "9", "1.00").replace("王强", "\\u0000"),
            HomeSale.notice("../B-7", "9", "1.00"));

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void of_two_thousand_lines_is_answered_line_by_line_and_changes_nothing_when_it_is_sent_again() {
        var run = HomeSale.nextCoreNo();
        var good = IntStream.range(0, LINES)
                .mapToObj(line -> HomeSale.notice(run + "-" + line, "9000" + line % 7, "1.0" + line % 9));
        var file = Stream.concat(good, BAD.stream()).collect(Collectors.joining("\n"));
        var key = UUID.randomUUID().toString();
        // A line that met a busy store is sent again with the whole file, as its answer says.
        var first = Until.is(
                () -> send(key, file),
                lines -> lines.stream()
                        .noneMatch(line -> line.at("/problem/status").asInt() == 503));
        assertThat(first).hasSize(LINES + BAD.size());
        assertThat(first.subList(0, LINES))
                .allSatisfy(line -> assertThat(line.path("outcome").asString()).isEqualTo("RECORDED"));
        assertThat(first.subList(LINES, first.size())).allSatisfy(line -> {
            assertThat(line.path("outcome").asString()).isEqualTo("REFUSED");
            assertThat(line.at("/problem/status").asInt()).isBetween(400, 499);
            assertThat(line.at("/problem/code").asString()).isNotEmpty();
        });
        assertThat(first.stream().map(line -> line.path("line").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, first.size()).boxed().toList());

        var head = coffer.settled();
        assertThat(withoutTraces(send(key, file))).isEqualTo(withoutTraces(first));
        assertThat(send(UUID.randomUUID().toString(), file).subList(0, LINES))
                .allSatisfy(line -> assertThat(line.path("outcome").asString()).isEqualTo("DUPLICATE"));
        assertThat(coffer.head()).isEqualTo(head);
    }

    private List<JsonNode> send(String key, String file) {
        var answer = coffer.as("bank-adapter")
                .ask("POST", "/v1/bank/notices", file)
                .as("application/x-ndjson")
                .key(key)
                .answer()
                .isAccepted();
        return answer.text().lines().<JsonNode>map(Reply.JSON::readTree).toList();
    }

    private static List<String> withoutTraces(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.toString().replaceAll("\"traceId\":\"[^\"]*\"", ""))
                .toList();
    }
}
