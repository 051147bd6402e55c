package io.coffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/glossary.md")
class GlossaryTest {

    // What happens to a noun; a message's name is made of these and of words of the glossary.
    private static final Set<String> VERBS = Set.of("""
            accept accepted admit admitted advanced agree agreed amend amended announced answer answered approve approved assign assigned attach attached awaited bind
            block blocked book booked bound by cancel cancelled captured change changed claim claimed cleared close closed compensated complete completed
            confirm confirmed consume consumed contradicted corrected correcting create created credit credited decline
            declined deducted define defined detected dismiss dismissed dispute disputed doubled end ended excluded execute executed exhausted expire expired fail failed
            for found grant granted hand handed held hold identified identify listed mark merge merged not note noted open opened over
            lock locked paid partially planned promise promised propose
            proposed quarantined receive received record recorded recovered refill refilled refunding refuse refused register reinstate reinstated reissued reject rejected released renew renewed report
            request requested require required reserved resolve resolved restore restored resumed retried retry return returned returning reverse
            reversed route routed sign signed start started stopped submit submitted submitting succeeded suspected suspend
            suspended take taken to told uncontested undo undone unlock unlocked used verified verify wanted withdraw withdrawn
            """.split("\\s+"));

    private static final List<List<String>> ROWS = Repository.text("docs/glossary.md")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| word"))
            .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                    .map(String::strip)
                    .toList())
            .toList();

    private static final Set<String> WORDS = ROWS.stream()
            .flatMap(row -> Arrays.stream(row.getFirst().split("[^A-Za-z]+")))
            .map(GlossaryTest::singular)
            .collect(Collectors.toSet());

    static Stream<Class<?>> messages() {
        return Stream.concat(Language.records(Command.class), Language.records(DomainEvent.class));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void has_every_noun_of_the_message(Class<?> message) {
        assertThat(Arrays.stream(message.getSimpleName().split("(?=[A-Z])"))
                        .map(GlossaryTest::singular)
                        .filter(Predicate.not(VERBS::contains)))
                .isSubsetOf(WORDS);
    }

    @Test
    void tells_word_meaning_type_words_to_avoid_and_chinese_term_of_each() {
        assertThat(ROWS).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(5).noneMatch(String::isBlank);
            assertThat(row.get(1)).matches(Pattern.compile("[A-Z].*\\."));
        });
    }

    @Test
    void is_in_alphabetical_order() {
        assertThat(ROWS).extracting(List::getFirst).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    private static String singular(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("s") && !lower.endsWith("us") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
