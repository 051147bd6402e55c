package io.coffer.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An amount at the edge")
class AmountTest {

    @ParameterizedTest(name = "{0} is {1} fen")
    @CsvSource({
        "0, 0",
        "0.0, 0",
        "0.00, 0",
        "0.01, 1",
        "0.1, 10",
        "1, 100",
        "1.5, 150",
        "1.05, 105",
        "1234.50, 123450",
        "600000.00, 60000000",
        "99999999999999.99, 9999999999999999"
    })
    void is_read_to_the_fen(String text, long fen) {
        assertThat(new Amount(text, "CNY").toMoney()).isEqualTo(Money.fen(fen));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "-1",
                "-0",
                "-0.00",
                "+1",
                "1e400",
                "1e-400",
                "1e999999999",
                "1E5",
                "1e5",
                "NaN",
                "Infinity",
                "0x10",
                "012",
                "00",
                "00.00",
                "1,000.00",
                "1 000.00",
                " 1",
                "1 ",
                "1\n",
                "\t1",
                "1.",
                ".5",
                ".",
                "",
                "null",
                "true",
                "[]",
                "{}",
                "1.1.1",
                "1_000",
                "1d",
                "1f",
                "1L",
                "0b1",
                "1/2",
                "12.50CNY",
                "¥12",
                "\u0661\u0662.\u0665",
                "\uff11\uff12",
                "\u0967\u0968",
                "\u22121",
                "1\u0000",
                "1\u202e",
                "\ud83d\ude00"
            })
    void in_any_other_form_is_refused(String text) {
        assertRefused(new Amount(text, "CNY"), "AMOUNT_MALFORMED");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"0.001", "1.005", "1.000", "12.345", "0.0000000000000000000000001"})
    void with_more_than_two_decimals_is_refused_and_never_rounded(String text) {
        assertRefused(new Amount(text, "CNY"), "AMOUNT_MALFORMED");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "10000000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "1000000000000000000",
                "100000000000000.00",
                "99999999999999999.99"
            })
    void beyond_fourteen_digits_of_yuan_is_refused(String text) {
        assertRefused(new Amount(text, "CNY"), "AMOUNT_MALFORMED");
    }

    @Test
    void of_ten_million_digits_is_refused_before_a_number_is_made_of_it() {
        assertRefused(new Amount("1".repeat(10_000_000), "CNY"), "AMOUNT_MALFORMED");
        assertRefused(new Amount("1." + "0".repeat(10_000_000), "CNY"), "AMOUNT_MALFORMED");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"cny", "CN", "RMB", "XXX", "XTS", "EUR", "JPY", "\u0421NY", "CNY ", "", "null"})
    void in_another_currency_is_refused(String currency) {
        assertRefused(new Amount("1.00", currency), "CURRENCY_NOT_SUPPORTED");
    }

    @Test
    void of_nothing_moves_nothing() {
        assertThatExceptionOfType(NotMoney.class)
                .isThrownBy(() -> new Amount("0.00", "CNY").toPositiveMoney())
                .extracting(NotMoney::code)
                .isEqualTo("AMOUNT_ZERO");
        assertThat(new Amount("0.01", "CNY").toPositiveMoney()).isEqualTo(Money.fen(1));
    }

    @ParameterizedTest(name = "{0} fen")
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 101, 123_456, 9_999_999_999_999_999L})
    void is_written_as_it_is_read(long fen) {
        assertThat(Amount.of(Money.fen(fen)).toMoney()).isEqualTo(Money.fen(fen));
        assertThat(Amount.of(Money.fen(fen)).value()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(Amount.of(Money.fen(fen)).currency()).isEqualTo("CNY");
    }

    private static void assertRefused(Amount amount, String code) {
        assertThatExceptionOfType(NotMoney.class)
                .isThrownBy(amount::toMoney)
                .extracting(NotMoney::code)
                .isEqualTo(code);
    }
}
