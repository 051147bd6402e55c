package io.coffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.Problem;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/problems.md")
class ProblemsTest {

    private static final String PAGE = Repository.text("docs/problems.md");

    private static final Pattern ENTRY = Pattern.compile("(?m)^### ([A-Z][a-z ]+)\n`([A-Z_]+)` (.+)$");

    /** What the page says of each code. */
    private static final Map<String, String> ENTRIES = ENTRY.matcher(PAGE)
            .results()
            .collect(Collectors.toMap(entry -> entry.group(2), (MatchResult entry) -> entry.group(3)));

    static Stream<Class<?>> refusals() {
        return Language.records(Rejection.class);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void describes_the_refusal_with_its_status_members_and_remedy(Class<?> refusal)
            throws ReflectiveOperationException {
        var example = example(refusal);
        assertThat(ENTRIES).containsKey(example.code());
        assertThat(ENTRIES.get(example.code()))
                .startsWith(status(example.kind()) + ". ")
                .contains("**Do:** ")
                .contains(Arrays.stream(refusal.getRecordComponents())
                        .map(member -> "`" + member.getName() + "`")
                        .toList());
        assertThat(example.sentence()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void describes_the_problem_of_the_edge_with_its_status_and_remedy(EdgeProblem problem) {
        assertThat(ENTRIES).containsKey(problem.name());
        assertThat(ENTRIES.get(problem.name()))
                .startsWith(problem.status() + ". ")
                .contains("**Do:** ");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void stands_under_the_anchor_that_the_type_of_the_problem_names(Class<?> refusal) {
        var title = Problem.of(code(refusal), 400, "").title();
        assertThat(PAGE).contains("### " + title + "\n`" + code(refusal) + "` ");
    }

    @Test
    void describes_nothing_that_does_not_exist() {
        var existing = new TreeSet<String>();
        refusals().map(ProblemsTest::code).forEach(existing::add);
        Arrays.stream(EdgeProblem.values()).map(EdgeProblem::name).forEach(existing::add);
        assertThat(ENTRIES.keySet()).containsExactlyInAnyOrderElementsOf(existing);
    }

    private static String code(Class<?> refusal) {
        try {
            return example(refusal).code();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int status(Rejection.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case RULE -> 422;
        };
    }

    private static Rejection example(Class<?> refusal) throws ReflectiveOperationException {
        var members = refusal.getRecordComponents();
        var types = Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = refusal.getDeclaredConstructor(types);
        return (Rejection)
                constructor.newInstance(Arrays.stream(types).map(EXAMPLES::get).toArray());
    }

    private static final Map<Class<?>, Object> EXAMPLES = Map.ofEntries(
            Map.entry(String.class, "X-1"),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Money.class, Money.ZERO),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(FeeBearer.class, FeeBearer.PLATFORM),
            Map.entry(ReleaseCondition.class, ReleaseCondition.BUYER_CONFIRMED),
            Map.entry(FeeAccountStanding.class, FeeAccountStanding.FROZEN));
}
