package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Generations of a projection")
class GenerationsTest {

    private static final String TABLES = "create table shelf (line text not null); create index on shelf (line)";

    private final ConfigurableApplicationContext platform = Platform.shared();
    private final Generations generations = platform.getBean(Generations.class);

    @Test
    void are_filled_beside_each_other_and_shown_one_at_a_time() {
        var first = new Generation("shelf", 1);
        var second = first.next();
        assertThat(generations.create(first, TABLES)).isTrue();
        assertThat(generations.create(first, TABLES)).isFalse();
        write(first, "old");
        generations.show(first);
        assertThat(generations.create(second, TABLES + "; create table extra (line text)"))
                .isTrue();
        write(second, "new");
        assertThat(read()).isEqualTo("old");
        assertThat(generations.live("shelf")).contains(first);

        generations.show(second);
        assertThat(read()).isEqualTo("new");
        assertThat(generations.live("shelf")).contains(second);
        assertThat(generations.all("shelf")).containsExactly(first, second);

        assertThatThrownBy(() -> Platform.jdbc(platform, "projections")
                        .sql("delete from query.shelf")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> generations.drop(second)).hasMessageContaining("is being read");
        generations.drop(first);
        assertThat(generations.all("shelf")).containsExactly(second);
    }

    @Test
    void are_sorted_by_number_and_told_apart_from_a_longer_name() {
        generations.create(new Generation("tall", 10), TABLES.replace("shelf", "tall"));
        generations.create(new Generation("tall", 9), TABLES.replace("shelf", "tall"));
        generations.create(new Generation("tall_g1", 3), TABLES.replace("shelf", "tall"));
        assertThat(generations.all("tall")).extracting(Generation::number).containsExactly(9, 10);
        assertThat(generations.live("tall")).isEmpty();
    }

    @Test
    void leave_nothing_behind_when_their_tables_cannot_be_made() {
        var broken = new Generation("broken", 1);
        assertThatThrownBy(() -> generations.create(broken, "create table half (line text); create nonsense"))
                .rootCause()
                .hasMessageContaining("nonsense");
        assertThat(generations.all("broken")).isEmpty();
    }

    @Test
    void give_the_connection_back_with_the_usual_search_path() {
        generations.create(new Generation("path", 1), "create table path_row (line text)");
        write("path_row", new Generation("path", 1), "x");
        assertThat(Platform.jdbc(platform, "projections")
                        .sql("select current_schema()")
                        .query(String.class)
                        .single())
                .isEqualTo("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ledger", "ledger-entries", "a;drop schema store", "_a", "a__b"})
    void need_a_plain_name(String projection) {
        assertThatThrownBy(() -> new Generation(projection, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(Generation generation, String line) {
        write("shelf", generation, line);
    }

    private void write(String table, Generation generation, String line) {
        JdbcClient.create(generations.rowsOf(generation))
                .sql("insert into " + table + " values (?)")
                .param(line)
                .update();
    }

    private String read() {
        return Platform.jdbc(platform, "reads")
                .sql("select line from shelf")
                .query(String.class)
                .single();
    }
}
