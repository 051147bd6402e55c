package io.coffer.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A simulated clock")
class SimulatedClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    Path data;

    private final AtomicReference<Instant> real = new AtomicReference<>(NOON);

    @Test
    void tells_real_time_until_it_is_moved() {
        assertThat(clock().instant()).isEqualTo(NOON);
    }

    @Test
    void ticks_on_after_a_move() {
        var clock = clock();
        var moved = clock.advance(Duration.ofDays(1));

        real.set(NOON.plusSeconds(5));

        assertThat(moved).isEqualTo(NOON.plus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(moved.plusSeconds(5));
    }

    @Test
    void is_never_behind_the_moment_it_was_moved_to() {
        real.set(NOON.plusNanos(1_999));
        var clock = clock();
        var asked = Instant.parse("2027-01-01T00:00:00.000001500Z");

        assertThat(clock.moveTo(asked)).isBetween(asked, asked.plusMillis(1));
    }

    @Test
    void refuses_to_go_back_by_a_microsecond() {
        var clock = clock();
        var now = clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> clock.moveTo(now.minusNanos(1_000)))
                .isInstanceOfSatisfying(
                        ClockRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("CLOCK_NEVER_GOES_BACK"));
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(ClockRefusal.class);
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void stands_still_while_the_machine_catches_up_with_itself() {
        var clock = clock();
        var now = clock.instant();

        real.set(NOON.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void refuses_a_move_past_its_end() {
        assertThatThrownBy(() -> clock().advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        ClockRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("CLOCK_TOO_FAR"));
        assertThatThrownBy(() -> clock().moveTo(Instant.MAX)).isInstanceOf(ClockRefusal.class);
    }

    @Test
    void keeps_its_lead_over_a_restart() {
        var before = clock().advance(Duration.ofDays(40));

        assertThat(clock().instant()).isEqualTo(before);
    }

    @Test
    void does_not_start_on_a_lead_it_cannot_read() throws IOException {
        Files.writeString(LeadFile.in(data).path(), "tomorrow");

        assertThatThrownBy(this::clock).isInstanceOf(StartRefused.class).hasMessageContaining("clock-lead");
    }

    private SimulatedClock clock() {
        return new SimulatedClock(real::get, LeadFile.in(data));
    }
}
