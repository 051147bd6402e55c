package io.coffer.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A business date")
class BusinessDatesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 22);

    @Test
    void begins_at_midnight_in_shanghai() {
        var midnight = Instant.parse("2026-11-21T16:00:00Z");

        assertThat(BusinessDates.startOf(DATE)).isEqualTo(midnight);
        assertThat(BusinessDates.of(midnight)).isEqualTo(DATE);
        assertThat(BusinessDates.of(midnight.minusNanos(1))).isEqualTo(DATE.minusDays(1));
    }
}
