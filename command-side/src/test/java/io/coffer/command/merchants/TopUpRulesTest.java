package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.advanced;
import static io.coffer.command.merchants.Shop.ended;
import static io.coffer.command.merchants.Shop.fund;
import static io.coffer.command.merchants.Shop.funded;
import static io.coffer.command.merchants.Shop.lent;
import static io.coffer.command.merchants.Shop.recovered;
import static io.coffer.command.merchants.Shop.reserve;
import static io.coffer.command.merchants.Shop.reserved;
import static io.coffer.command.merchants.Shop.setAside;
import static io.coffer.command.merchants.Shop.with;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A top-up")
class TopUpRulesTest {

    private static final FeeTaker FOR_ONE = new FeeTaker.Recovery("O-1");
    private static final FeeTaker FOR_TWO = new FeeTaker.Recovery("O-2");

    @Test
    void becomes_available_as_a_whole() {
        with(100).when(fund("X-1", 740), POLICY).records(funded("X-1", 740));
        with(100)
                .given(funded("X-1", 740))
                .when(reserve("O-1", 841), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(1), Money.ZERO));
        with(100).given(funded("X-1", 740)).when(reserve("O-1", 840), BUSINESS).records(reserved("O-1", 840));
    }

    @Test
    void is_taken_once_whoever_asks_again() {
        with(100).when(fund("X-0", 100), POLICY).changesNothing();
        with(100).given(funded("X-1", 50)).when(fund("X-0", 100), POLICY).changesNothing();
        with(100)
                .given(new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"))
                .when(fund("X-0", 100), POLICY)
                .changesNothing();
    }

    @Test
    void pays_open_advances_before_anything_becomes_available() {
        lent().given(advanced("O-1", 840))
                .when(fund("X-1", 1_000), POLICY)
                .records(funded("X-1", 1_000), setAside("O-1", 840), recovered("O-1", FOR_ONE, 840, 0));
        lent().given(advanced("O-1", 840))
                .when(fund("X-1", 840), POLICY)
                .records(funded("X-1", 840), setAside("O-1", 840), recovered("O-1", FOR_ONE, 840, 0));
        lent().given(advanced("O-1", 840))
                .when(fund("X-1", 839), POLICY)
                .records(funded("X-1", 839), setAside("O-1", 839), recovered("O-1", FOR_ONE, 839, 1));
    }

    @Test
    void pays_the_oldest_advance_first() {
        lent().given(advanced("O-2", 300), advanced("O-1", 400))
                .when(fund("X-1", 500), POLICY)
                .records(
                        funded("X-1", 500),
                        setAside("O-2", 300),
                        recovered("O-2", FOR_TWO, 300, 0),
                        setAside("O-1", 200),
                        recovered("O-1", FOR_ONE, 200, 200));
    }

    @Test
    void that_paid_an_advance_leaves_the_orders_own_money_set_aside() {
        var paid = lent().given(
                        advanced("O-1", 840),
                        funded("X-1", 1_000),
                        setAside("O-1", 840),
                        recovered("O-1", FOR_ONE, 840, 0));

        paid.when(Shop.end("O-1"), BUSINESS).records(ended("O-1", 840));
        paid.when(reserve("O-2", 161), BUSINESS).records(reserved("O-2", 160), advanced("O-2", 1));
    }

    @Test
    void leaves_room_for_new_advances() {
        lent().given(advanced("O-1", 2_000), funded("X-1", 1), setAside("O-1", 1), recovered("O-1", FOR_ONE, 1, 1_999))
                .when(reserve("O-2", 1), BUSINESS)
                .records(advanced("O-2", 1));
    }

    @Test
    void is_declined_where_the_account_takes_no_money_in() {
        for (var standing : FeeAccountStanding.values()) {
            var isLet = standing == FeeAccountStanding.ACTIVE || standing == FeeAccountStanding.IN_ONLY;
            with(100)
                    .given(new StandingChanged(B, standing, "COMPLAINTS"))
                    .when(fund("X-1", 740), POLICY)
                    .records(
                            isLet
                                    ? funded("X-1", 740)
                                    : new MerchantFundingDeclined(B, Sale.receipt("X-1"), "FEE_ACCOUNT_RESTRICTED"));
        }
    }

    @Test
    void is_declined_where_the_money_is_at_another_custody_account() {
        var elsewhere = new CustodyAccount("307584007998", "6222000000000002");

        with(100)
                .when(new FundMerchantB(B, Sale.receipt("X-1"), Money.fen(740), elsewhere), POLICY)
                .records(new MerchantFundingDeclined(B, Sale.receipt("X-1"), "WRONG_CUSTODY_ACCOUNT"));
    }

    @Test
    void that_was_declined_may_be_assigned_and_taken_later() {
        with(100)
                .given(
                        new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"),
                        new MerchantFundingDeclined(B, Sale.receipt("X-1"), "FEE_ACCOUNT_RESTRICTED"),
                        new StandingChanged(B, FeeAccountStanding.ACTIVE, "COURT"))
                .when(fund("X-1", 740), POLICY)
                .records(funded("X-1", 740));
    }
}
