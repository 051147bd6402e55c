package io.coffer.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A command's digest")
class CommandDigestTest {

    @Test
    void of_the_same_content_is_the_same() {
        assertThat(CommandDigest.of(List.of("a", "b"))).isEqualTo(CommandDigest.of(List.of("a", "b")));
    }

    /** Every way to cut "abab" into at most four parts, empty ones too, and in another order. */
    @Test
    void does_not_collide_when_text_shifts_between_the_parts() {
        var contents = Stream.of(
                List.<String>of(),
                List.of(""),
                List.of("", ""),
                List.of("abab"),
                List.of("abab", ""),
                List.of("", "abab"),
                List.of("a", "bab"),
                List.of("ab", "ab"),
                List.of("aba", "b"),
                List.of("a", "b", "ab"),
                List.of("ab", "a", "b"),
                List.of("a", "b", "a", "b"),
                List.of("b", "a", "b", "a"),
                List.of("a\0b", "ab"),
                List.of("a", "\0\0\0\1b"),
                List.of("a\0\0\0\1b"));
        var seen = new HashMap<CommandDigest, List<String>>();

        contents.forEach(content -> assertThat(seen.put(CommandDigest.of(content), content))
                .as("another content with the digest of %s", content)
                .isNull());
    }

    @Test
    void counts_bytes_not_characters() {
        assertThat(CommandDigest.of(List.of("房", "x"))).isNotEqualTo(CommandDigest.of(List.of("房x", "")));
    }

    @Test
    void is_sixty_four_lower_case_hexadecimal_digits() {
        assertThat(CommandDigest.of(List.of("a")).hex()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "00",
                "zz00000000000000000000000000000000000000000000000000000000000000",
                "AA00000000000000000000000000000000000000000000000000000000000000"
            })
    void of_another_form_is_none(String text) {
        assertThatThrownBy(() -> new CommandDigest(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
