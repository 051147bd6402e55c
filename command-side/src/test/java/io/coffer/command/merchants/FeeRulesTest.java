package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.advanced;
import static io.coffer.command.merchants.Shop.end;
import static io.coffer.command.merchants.Shop.ended;
import static io.coffer.command.merchants.Shop.funded;
import static io.coffer.command.merchants.Shop.lent;
import static io.coffer.command.merchants.Shop.recovered;
import static io.coffer.command.merchants.Shop.reserve;
import static io.coffer.command.merchants.Shop.reserved;
import static io.coffer.command.merchants.Shop.with;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAlreadyReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeZero;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fee of an order")
class FeeRulesTest {

    private static final FeeTaker OF_ONE = new FeeTaker.Order("O-1");
    private static final FeeTaker OF_TWO = new FeeTaker.Order("O-2");

    @Test
    void is_set_aside_up_to_the_last_fen() {
        with(840).when(reserve("O-1", 840), BUSINESS).records(reserved("O-1", 840));
        with(840).when(reserve("O-1", 839), POLICY).records(reserved("O-1", 839));
        with(840).when(reserve("O-1", 841), BUSINESS).isRefused(new FeeNotCovered(Money.fen(1), Money.ZERO));
    }

    /** T48 of {@code domain.md}, both halves. */
    @Test
    void beyond_the_account_is_refused_with_its_gap_or_advanced() {
        with(100).when(reserve("O-1", 840), BUSINESS).isRefused(new FeeNotCovered(Money.fen(740), Money.ZERO));
        lent().given(funded("X-1", 100))
                .when(reserve("O-1", 840), BUSINESS)
                .records(reserved("O-1", 100), advanced("O-1", 740));
    }

    @Test
    void of_an_empty_account_is_advanced_as_a_whole() {
        lent().when(reserve("O-1", 840), BUSINESS).records(advanced("O-1", 840));
    }

    @Test
    void is_advanced_within_the_limit_of_all_open_advances() {
        lent().when(reserve("O-1", 2_000), BUSINESS).records(advanced("O-1", 2_000));
        lent().when(reserve("O-1", 2_001), BUSINESS).isRefused(new FeeNotCovered(Money.fen(2_001), Money.yuan(20)));
        lent().given(advanced("O-1", 1_500))
                .when(reserve("O-2", 501), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(501), Money.fen(500)));
        lent().given(advanced("O-1", 1_500)).when(reserve("O-2", 500), BUSINESS).records(advanced("O-2", 500));
    }

    @Test
    void finds_nothing_to_advance_where_the_limit_was_lowered_below_what_is_open() {
        lent().given(advanced("O-1", 1_500), new AdvanceLimitSet(B, 2, Money.fen(1_000), Optional.empty()))
                .when(reserve("O-2", 1), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(1), Money.ZERO));
    }

    @Test
    void that_is_nothing_is_none() {
        with(840).when(reserve("O-1", 0), BUSINESS).isRefused(new FeeZero("O-1"));
    }

    @Test
    void is_reserved_once_at_a_time() {
        with(2_000)
                .given(reserved("O-1", 840))
                .when(reserve("O-1", 840), BUSINESS)
                .isRefused(new FeeAlreadyReserved("O-1"));
        lent().given(advanced("O-1", 840)).when(reserve("O-1", 1), BUSINESS).isRefused(new FeeAlreadyReserved("O-1"));
        with(2_000)
                .given(reserved("O-1", 840), ended("O-1", 840))
                .when(reserve("O-1", 840), BUSINESS)
                .records(reserved("O-1", 840));
    }

    @Test
    void is_reserved_only_where_the_account_lets_money_out() {
        for (var standing : FeeAccountStanding.values()) {
            var scenario = with(840).given(new StandingChanged(B, standing, "COMPLAINTS"));
            var isLet = standing == FeeAccountStanding.ACTIVE || standing == FeeAccountStanding.OUT_ONLY;
            var answer = scenario.when(reserve("O-1", 840), BUSINESS);
            if (isLet) {
                answer.records(reserved("O-1", 840));
            } else {
                answer.isRefused(new FeeAccountRestricted(standing, "COMPLAINTS"));
            }
        }
    }

    /** T49 of {@code domain.md}. */
    @Test
    void that_no_order_takes_becomes_available_again() {
        with(2_000).given(reserved("O-1", 840)).when(end("O-1"), BUSINESS).records(ended("O-1", 840));
        with(840)
                .given(reserved("O-1", 840), ended("O-1", 840))
                .when(reserve("O-2", 840), BUSINESS)
                .records(reserved("O-2", 840));
    }

    /** T49 of {@code domain.md}, its second half. */
    @Test
    void that_was_advanced_pays_its_advance_first() {
        lent().given(funded("X-1", 100), reserved("O-1", 100), advanced("O-1", 740))
                .when(end("O-1"), POLICY)
                .records(recovered("O-1", OF_ONE, 740, 0), ended("O-1", 100));
        lent().given(advanced("O-1", 840))
                .when(end("O-1"), BUSINESS)
                .records(recovered("O-1", OF_ONE, 840, 0), ended("O-1", 0));
    }

    @Test
    void pays_the_advances_of_other_orders_before_anything_becomes_available() {
        lent().given(funded("X-1", 500), reserved("O-1", 500), advanced("O-2", 300), advanced("O-3", 400))
                .when(end("O-1"), BUSINESS)
                .records(recovered("O-2", OF_ONE, 300, 0), recovered("O-3", OF_ONE, 200, 200), ended("O-1", 0));
    }

    @Test
    void pays_its_own_advance_before_older_ones() {
        lent().given(advanced("O-1", 300), funded("X-1", 100), reserved("O-2", 100), advanced("O-2", 200))
                .when(end("O-2"), BUSINESS)
                .records(recovered("O-2", OF_TWO, 200, 0), recovered("O-1", OF_TWO, 100, 200), ended("O-2", 0));
    }

    @Test
    void is_ended_once_and_leaves_its_order_free() {
        with(840).when(end("O-1"), BUSINESS).isRefused(new FeeNotReserved("O-1"));
        with(840)
                .given(reserved("O-1", 840), ended("O-1", 840))
                .when(end("O-1"), BUSINESS)
                .isRefused(new FeeNotReserved("O-1"));
        lent().given(advanced("O-1", 840), recovered("O-1", OF_ONE, 840, 0), ended("O-1", 0))
                .when(end("O-1"), BUSINESS)
                .isRefused(new FeeNotReserved("O-1"));
        lent().given(advanced("O-1", 840), recovered("O-1", OF_ONE, 840, 0), ended("O-1", 0))
                .when(reserve("O-1", 840), BUSINESS)
                .records(advanced("O-1", 840));
    }

    @Test
    void is_ended_whatever_the_account_may_do_by_now() {
        with(840)
                .given(reserved("O-1", 840), new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"))
                .when(end("O-1"), BUSINESS)
                .records(ended("O-1", 840));
    }
}
