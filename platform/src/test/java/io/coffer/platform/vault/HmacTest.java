package io.coffer.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A keyed digest")
class HmacTest {

    /** RFC 4231, test case 2. */
    @Test
    void is_that_of_the_standard_however_often_it_is_asked_for() {
        var key = new Hmac(ascii("Jefe"));

        for (var time = 0; time < 3; time++) {
            assertThat(HexFormat.of().formatHex(key.of(ascii("what do ya want for nothing?"))))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }

    @Test
    void is_nobody_elses_when_many_ask_at_once() {
        var key = new Hmac(ascii("one key for all"));

        assertThat(IntStream.range(0, 20_000).parallel().filter(number -> {
                    var content = ascii("content " + number % 100);
                    return !Arrays.equals(key.of(content), new Hmac(ascii("one key for all")).of(content));
                }))
                .isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
