package io.coffer.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A problem")
class ProblemsTest {

    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "members", "fields");

    static Stream<Class<?>> refusals() {
        return records(Rejection.class);
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(ProblemsTest::records);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void has_room_for_every_component_of_a_refusal(Class<?> refusal) {
        assertThat(refusal.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContainAnyElementsOf(STANDARD);
    }

    @ParameterizedTest
    @EnumSource(EdgeProblem.class)
    void of_the_edge_is_the_one_of_its_status_or_more_precise(EdgeProblem problem) {
        assertThat(problem.sentence()).endsWith(".");
        assertThat(EdgeProblem.ofStatus(problem.status()).status()).isIn(problem.status(), 400);
    }

    @Test
    void shows_money_as_an_amount() {
        var refusal = new ExceedsReleasable(Money.yuan(12), Money.yuan(10), Money.yuan(2));
        var json = StrictJson.mapper().valueToTree(Problems.of(refusal));
        assertThat(json.path("status").intValue()).isEqualTo(422);
        assertThat(json.path("code").stringValue()).isEqualTo("EXCEEDS_RELEASABLE");
        assertThat(json.path("type").stringValue()).isEqualTo("urn:coffer:problem:exceeds-releasable");
        assertThat(json.path("title").stringValue()).isEqualTo("Exceeds releasable");
        assertThat(json.path("gap").toString()).isEqualTo("{\"value\":\"2.00\",\"currency\":\"CNY\"}");
        assertThat(json.has("members")).isFalse();
    }

    @Test
    void says_what_a_refusal_says() {
        var missing = Problems.of(new NotFound("EA:acme:C-1"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.members()).containsEntry("id", "EA:acme:C-1");
        assertThat(Problems.of(new NotPermitted(Set.of(Role.CHECKER))).status()).isEqualTo(403);
    }
}
