package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.coffer.api.kernel.KernelRejection.NotFound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision")
class DecisionTest {

    @Test
    void that_changes_nothing_is_an_acceptance_without_facts() {
        assertThat(Decision.<String>alreadyDone()).isEqualTo(Decision.acceptAll(List.<String>of()));
        assertThat(Decision.accept("fact")).isEqualTo(Decision.acceptAll(List.of("fact")));
    }

    @Test
    void is_not_even_asked_for_when_somebody_objects() {
        var reason = new NotFound("x");

        assertThat(Decision.<String>unless(Optional.of(reason), () -> fail("asked")))
                .isEqualTo(Decision.reject(reason));
        assertThat(Decision.unless(Optional.empty(), () -> Decision.accept("fact")))
                .isEqualTo(Decision.accept("fact"));
    }
}
