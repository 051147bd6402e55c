package io.coffer.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money")
class MoneyTest {

    private static final Money ONE_FEN = Money.fen(1);
    private static final Money TEN_YUAN = Money.yuan(10);
    private static final Money ALL_THERE_CAN_BE = Money.fen(Long.MAX_VALUE);

    @Test
    void is_never_negative() {
        assertThat(Money.fen(0)).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> Money.fen(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_only_yuan() {
        assertThatThrownBy(() -> new Money(1, Currency.getInstance("JPY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void adds_up_to_the_last_fen_and_never_wraps_around() {
        assertThat(Money.fen(Long.MAX_VALUE - 1).plus(ONE_FEN)).isEqualTo(ALL_THERE_CAN_BE);
        assertThatThrownBy(() -> ALL_THERE_CAN_BE.plus(ONE_FEN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void counts_whole_yuan_without_wrapping_around() {
        assertThat(TEN_YUAN).isEqualTo(Money.fen(1_000));
        assertThatThrownBy(() -> Money.yuan(Long.MAX_VALUE / 100 + 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void gives_all_of_itself_and_not_a_fen_more() {
        assertThat(TEN_YUAN.minus(TEN_YUAN)).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> TEN_YUAN.minus(TEN_YUAN.plus(ONE_FEN))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void above_another_is_the_rest_or_nothing() {
        assertThat(TEN_YUAN.above(Money.fen(999))).isEqualTo(ONE_FEN);
        assertThat(TEN_YUAN.above(TEN_YUAN)).isEqualTo(Money.ZERO);
        assertThat(TEN_YUAN.above(Money.fen(1_001))).isEqualTo(Money.ZERO);
    }

    @Test
    void exceeds_only_what_is_less() {
        assertThat(TEN_YUAN.exceeds(Money.fen(999))).isTrue();
        assertThat(TEN_YUAN.exceeds(TEN_YUAN)).isFalse();
        assertThat(TEN_YUAN.exceeds(Money.fen(1_001))).isFalse();
    }

    @Test
    void knows_the_smaller_of_two() {
        assertThat(TEN_YUAN.min(ONE_FEN)).isEqualTo(ONE_FEN);
        assertThat(ONE_FEN.min(TEN_YUAN)).isEqualTo(ONE_FEN);
        assertThat(TEN_YUAN).isGreaterThan(ONE_FEN).isEqualByComparingTo(Money.fen(1_000));
    }

    @Test
    void is_zero_only_without_a_fen() {
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(ONE_FEN.isZero()).isFalse();
    }

    @Test
    void is_read_by_people_in_yuan() {
        assertThat(Money.fen(5)).hasToString("0.05 CNY");
        assertThat(Money.fen(123_456)).hasToString("1234.56 CNY");
    }
}
