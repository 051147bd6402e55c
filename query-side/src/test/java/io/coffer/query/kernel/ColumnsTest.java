package io.coffer.query.kernel;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.BOOLEAN;
import static io.coffer.query.kernel.Columns.Type.DATE;
import static io.coffer.query.kernel.Columns.Type.TEXT;
import static io.coffer.query.kernel.Columns.Type.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.query.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Rows on their way into a table")
class ColumnsTest {

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.owner());

    @BeforeEach
    void table() {
        jdbc.execute("create table public.line (no bigint primary key, words text, is_true boolean,"
                + " day date, moment timestamptz)");
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " ",
                "\\N",
                "\\",
                "\\\\.",
                "\\.",
                "a\tb",
                "a\nb",
                "a\r\nb",
                "\b\f\u000b",
                "a,b",
                "{a}",
                "\"a\"",
                "NULL",
                "\\t",
                "\\x41",
                "租金",
                "𠮷",
                "'",
                "e\u0301"
            })
    void arrive_as_they_were_said_by_either_way(String words) {
        var moment = Instant.parse("2026-11-26T10:00:00.123456Z");
        var day = LocalDate.of(2026, 11, 26);
        var appended = new Columns(BIGINT, TEXT, BOOLEAN, DATE, TIMESTAMP);
        appended.add(1L, words, true, day, moment);
        var inserted = new Columns(BIGINT, TEXT, BOOLEAN, DATE, TIMESTAMP);
        inserted.add(2L, words, true, day, moment);

        appended.append(jdbc, "public.line");
        inserted.insert(jdbc, "public.line", "");

        assertThat(jdbc.query("select words from public.line order by no", (row, _) -> row.getString(1)))
                .containsExactly(words, words);
        assertThat(jdbc.queryForObject("select count(distinct (is_true, day, moment)) from public.line", Long.class))
                .isEqualTo(1);
        assertThat(jdbc.query(
                        "select moment from public.line where no = 1",
                        (row, _) -> row.getTimestamp(1).toInstant()))
                .containsExactly(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void arrive_whole_where_they_are_longer_than_the_driver_takes_at_once(String first) {
        var words = first + "𠮷".repeat(70_000);
        var rows = new Columns(BIGINT, TEXT, BOOLEAN, DATE, TIMESTAMP);
        rows.add(1L, words, null, null, null);

        rows.append(jdbc, "public.line");

        assertThat(jdbc.queryForObject("select words from public.line", String.class))
                .isEqualTo(words);
    }

    @Test
    void may_lack_a_value_and_keep_their_number() {
        var rows = new Columns(BIGINT, TEXT, BOOLEAN, DATE, TIMESTAMP);
        rows.add(Long.MAX_VALUE, null, null, null, null);
        rows.add(Long.MIN_VALUE, "last", false, null, null);

        rows.append(jdbc, "public.line");

        assertThat(jdbc.query("select line::text from public.line line order by no", (row, _) -> row.getString(1)))
                .isEqualTo(List.of("(-9223372036854775808,last,f,,)", "(9223372036854775807,,,,)"));
    }

    @Test
    void that_are_there_already_are_refused() {
        var rows = new Columns(BIGINT, TEXT, BOOLEAN, DATE, TIMESTAMP);
        rows.add(1L, "once", null, null, null);
        rows.append(jdbc, "public.line");

        assertThatThrownBy(() -> rows.append(jdbc, "public.line")).isInstanceOf(DuplicateKeyException.class);
        new Columns(BIGINT).append(jdbc, "public.line");

        assertThat(jdbc.queryForObject("select count(*) from public.line", Long.class))
                .isEqualTo(1);
    }
}
