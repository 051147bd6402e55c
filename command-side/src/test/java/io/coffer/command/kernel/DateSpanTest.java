package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A span of dates")
class DateSpanTest {

    @Test
    void has_its_bounds_and_nothing_beyond_them() {
        var span = DateSpan.around(Scenario.NOON, 2, 1);

        assertThat(span).isEqualTo(new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23)));
        assertThat(span.contains(span.first())).isTrue();
        assertThat(span.contains(span.last())).isTrue();
        assertThat(span.contains(span.first().minusDays(1))).isFalse();
        assertThat(span.contains(span.last().plusDays(1))).isFalse();
    }
}
