package io.coffer.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@DisplayName("The clock of a process")
class TimeConfigurationTest {

    @TempDir
    Path data;

    @Test
    void is_real_when_nothing_is_said() {
        try (var context = start(Map.of())) {
            assertThat(context.getBean(CofferClock.class)).isInstanceOf(RealClock.class);
            assertThat(context.getBeanNamesForType(ClockServer.class)).isEmpty();
        }
    }

    @Test
    void can_be_simulated_on_the_embedded_database() {
        try (var context = start(Map.of("coffer.clock.simulated", "true"))) {
            assertThat(context.getBean(CofferClock.class)).isInstanceOf(SimulatedClock.class);
            assertThat(context.getBean(ClockServer.class).port()).isPositive();
        }
    }

    @Test
    void is_never_simulated_on_a_given_database() {
        assertThatThrownBy(() -> start(
                        Map.of("coffer.clock.simulated", "true", "coffer.database.url", "jdbc:postgresql://db/coffer")))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("simulated clock");
    }

    @Test
    void does_not_fall_back_behind_events_of_a_simulated_day() {
        new SimulatedClock(Instant::now, LeadFile.in(data)).advance(Duration.ofDays(1));

        assertThatThrownBy(() -> start(Map.of()))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("booked in simulated time");
    }

    @Test
    void on_an_unclear_property_is_refused() {
        assertThatThrownBy(() -> start(Map.of("coffer.clock.simulated", "maybe")))
                .hasStackTraceContaining("maybe");
        assertThatThrownBy(() -> start(Map.of("coffer.clock.simulated", "true", "coffer.clock.port", "70000")))
                .hasStackTraceContaining("70000");
    }

    private AnnotationConfigApplicationContext start(Map<String, Object> properties) {
        var all =
                new HashMap<String, Object>(Map.of("coffer.clock.port", "0", "coffer.data-directory", data.toString()));
        all.putAll(properties);
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.register(TimeConfiguration.class);
        context.refresh();
        return context;
    }
}
