package io.coffer.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A personal value")
class KindTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NUMBER, 6222 0210\u00a00112\u30002337, 6222021001122337",
        "NAME, '\u3000张三 丰 ', 张三 丰",
        "NAME, Ange\u0301line, Ang\u00e9line",
        "PHONE, 138-0013 8000, 13800138000",
        "ID_NUMBER, 11010119900307 123x, 11010119900307123X",
        "REMARK, ' 购房款 首付 ', 购房款 首付",
    })
    void has_one_spelling(Kind kind, String written, String normalised) {
        assertThat(kind.normalised(written)).isEqualTo(normalised);
    }

    /** Tokens are kept for ever: were one more character a space, or one less, a value would have two. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void loses_the_same_characters_for_ever(Kind kind) {
        var space = "[\\s\\p{Z}]";
        var lost = Pattern.compile(
                switch (kind) {
                    case NAME, REMARK -> "^" + space + "+|" + space + "+$";
                    case ACCOUNT_NUMBER, ID_NUMBER -> space;
                    case PHONE -> "-|" + space;
                });
        for (char character = 1; character < Character.MAX_VALUE; character++) {
            if (!Character.isSurrogate(character)) {
                var text = Normalizer.normalize("" + character + "1 2" + character + character, Normalizer.Form.NFC);
                var left = lost.matcher(text).replaceAll("");
                assertThat(kind.normalised(text))
                        .as("around U+%04X", (int) character)
                        .isEqualTo(kind == Kind.ID_NUMBER ? left.toUpperCase(Locale.ROOT) : left);
            }
        }
    }

    @Test
    void is_refused_when_it_is_blank_too_long_or_no_text() {
        refuses(" \u3000", "VALUE_BLANK");
        refuses("x".repeat(Kind.LONGEST + 1), "VALUE_TOO_LONG");
        refuses("a\0b", "VALUE_MALFORMED");
        refuses("a\ud83d", "VALUE_MALFORMED");
        refuses("\ude00a", "VALUE_MALFORMED");
        assertThat(Kind.REMARK.normalised("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(Kind.REMARK.normalised("x".repeat(Kind.LONGEST))).hasSize(Kind.LONGEST);
    }

    private static void refuses(String value, String code) {
        assertThatThrownBy(() -> Kind.REMARK.normalised(value))
                .isInstanceOfSatisfying(
                        UnfitForVault.class, unfit -> assertThat(unfit.code()).isEqualTo(code))
                .hasMessageNotContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NUMBER, 6222021001122337890, 622202*********7890",
        "ACCOUNT_NUMBER, 62220210011223, 622202****1223",
        "ACCOUNT_NUMBER, 6222021001122, **********122",
        "ACCOUNT_NUMBER, 12345678, ******78",
        "PHONE, 13800138000, 138****8000",
        "PHONE, 12345, ****5",
        "ID_NUMBER, 11010119900307123X, 110***********123X",
        "NAME, 张三丰, 张**",
        "NAME, 张, *",
        "NAME, 𠮷野, 𠮷*",
        "REMARK, 购房款, ****",
    })
    void is_shown_masked(Kind kind, String clear, String masked) {
        assertThat(Masked.of(kind, clear)).isEqualTo(masked);
    }

    @Test
    void prints_without_itself() {
        assertThat(new Clear(Subject.unknown(), Kind.NAME, "张三").toString()).doesNotContain("张三");
    }
}
