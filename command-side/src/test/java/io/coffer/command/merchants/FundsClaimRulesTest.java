package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.OPENED;
import static io.coffer.command.merchants.Shop.advanced;
import static io.coffer.command.merchants.Shop.ended;
import static io.coffer.command.merchants.Shop.fund;
import static io.coffer.command.merchants.Shop.funded;
import static io.coffer.command.merchants.Shop.lent;
import static io.coffer.command.merchants.Shop.recovered;
import static io.coffer.command.merchants.Shop.reserve;
import static io.coffer.command.merchants.Shop.reserved;
import static io.coffer.command.merchants.Shop.setAside;
import static io.coffer.command.merchants.Shop.unopened;
import static io.coffer.command.merchants.Shop.with;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.merchants.FeeAccountCommand.AgreeToSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.CreditSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.EndMerchantReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveMerchantFunds;
import io.coffer.api.merchants.FeeAccountCommand.TakeMerchantReservation;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountRejection.MerchantFundsNotReserved;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What splits give a fee account, and have back of it")
class FundsClaimRulesTest {

    private static final SplitId SPLIT = SplitId.of(People.ACME, "SP-1");
    private static final FundsTaker ONE = taker("RF-1");
    private static final FundsTaker TWO = taker("RF-2");
    private static final CustodyAccount ELSEWHERE = new CustodyAccount("102100000021", "1");
    private static final AgreeToSplitLeg AGREE = new AgreeToSplitLeg(B, SPLIT, Optional.of(Sale.CUSTODY));
    private static final CreditSplitLeg CREDIT = new CreditSplitLeg(B, SPLIT, Money.fen(100));
    private static final SplitLegCredited CREDITED = new SplitLegCredited(B, SPLIT, Money.fen(100));

    @Test
    void is_agreed_to_by_an_account_that_takes_money_in() {
        with(0).when(AGREE, POLICY).records(new SplitLegAgreed(B, SPLIT));
        with(0).given(stands(FeeAccountStanding.IN_ONLY)).when(AGREE, POLICY).records(new SplitLegAgreed(B, SPLIT));
        for (var none : List.of(FeeAccountStanding.OUT_ONLY, FeeAccountStanding.FROZEN)) {
            with(0).given(stands(none)).when(AGREE, POLICY).isRefused(new FeeAccountRestricted(none, "COMPLAINTS"));
        }
        unopened().when(AGREE, POLICY).isRefused(new NotFound(B.value()));
    }

    @Test
    void is_agreed_to_where_the_money_lies() {
        with(0).when(new AgreeToSplitLeg(B, SPLIT, Optional.of(ELSEWHERE)), POLICY)
                .isRefused(new FeeAtOtherCustodyAccount(Sale.CUSTODY.subLedger(), ELSEWHERE.subLedger()));
        with(0).when(new AgreeToSplitLeg(B, SPLIT, Optional.empty()), POLICY).records(new SplitLegAgreed(B, SPLIT));
    }

    @Test
    void is_credited_whatever_the_account_may_do_by_then() {
        with(0).given(stands(FeeAccountStanding.FROZEN)).when(CREDIT, POLICY).records(CREDITED);
        with(0).given(CREDITED).when(reserve("O-1", 100), People.BUSINESS).records(reserved("O-1", 100));
    }

    /** PR-506: what is advanced is recovered of every inflow first. */
    @Test
    void pays_own_cash_back_first() {
        lent().given(advanced("O-1", 30))
                .when(CREDIT, POLICY)
                .records(CREDITED, setAside("O-1", 30), recovered("O-1", new FeeTaker.Recovery("O-1"), 30, 0));
    }

    @Test
    void is_set_aside_as_a_whole() {
        with(100).when(claim(ONE, 100), POLICY).records(given(ONE, 100));
        with(100).when(claim(ONE, 101), POLICY).records(awaits(ONE, 101, 1));
        with(100).given(given(ONE, 100)).when(claim(ONE, 100), POLICY).changesNothing();
        with(100).given(awaits(ONE, 101, 1)).when(claim(ONE, 101), POLICY).changesNothing();
        with(100).given(given(ONE, 60)).when(claim(TWO, 60), POLICY).records(awaits(TWO, 60, 20));
    }

    @Test
    void is_not_within_reach_of_fees_once_it_is_set_aside() {
        with(100)
                .given(given(ONE, 60))
                .when(reserve("O-1", 40), People.BUSINESS)
                .records(reserved("O-1", 40));
        lent().given(funded("X-1", 100), given(ONE, 60))
                .when(reserve("O-1", 41), People.BUSINESS)
                .records(reserved("O-1", 40), advanced("O-1", 1));
    }

    @Test
    void is_served_as_soon_as_enough_comes_in() {
        with(100).given(awaits(ONE, 130, 30)).when(fund("X-1", 30), POLICY).records(funded("X-1", 30), given(ONE, 130));
        with(100)
                .given(awaits(ONE, 130, 30))
                .when(fund("X-1", 29), POLICY)
                .records(funded("X-1", 29), awaits(ONE, 130, 1));
        with(100).given(awaits(ONE, 200, 100)).when(CREDIT, POLICY).records(CREDITED, given(ONE, 200));
    }

    @Test
    void is_served_after_own_cash_that_is_out() {
        lent().given(advanced("O-1", 30), awaits(ONE, 80, 80))
                .when(CREDIT, POLICY)
                .records(
                        CREDITED,
                        setAside("O-1", 30),
                        recovered("O-1", new FeeTaker.Recovery("O-1"), 30, 0),
                        awaits(ONE, 80, 10));
    }

    @Test
    void is_served_in_the_order_in_which_it_was_asked_for() {
        with(0).given(awaits(TWO, 50, 50), awaits(ONE, 60, 60))
                .when(fund("X-1", 60), POLICY)
                .records(funded("X-1", 60), given(TWO, 50), awaits(ONE, 60, 50));
        // One that has less to wait for does not wait behind one that lacks more.
        with(0).given(awaits(TWO, 90, 90), awaits(ONE, 60, 60))
                .when(fund("X-1", 60), POLICY)
                .records(funded("X-1", 60), awaits(TWO, 90, 30), given(ONE, 60));
    }

    @Test
    void says_what_is_missing_after_fees_took_some_or_gave_it_back() {
        with(100)
                .given(awaits(ONE, 130, 30))
                .when(reserve("O-1", 10), People.BUSINESS)
                .records(reserved("O-1", 10), awaits(ONE, 130, 40));
        with(100)
                .given(reserved("O-1", 100), awaits(ONE, 100, 100))
                .when(Shop.end("O-1"), People.BUSINESS)
                .records(ended("O-1", 100), given(ONE, 100));
    }

    @Test
    void waits_as_a_whole_while_people_let_nothing_be_set_aside() {
        var frozen = stands(FeeAccountStanding.FROZEN);

        with(100).given(frozen).when(claim(ONE, 100), POLICY).records(awaits(ONE, 100, 100));
        with(100)
                .given(awaits(ONE, 130, 30))
                .when(new ChangeStanding(B, FeeAccountStanding.FROZEN, "COMPLAINTS"), People.OPERATOR)
                .records(frozen, awaits(ONE, 130, 130));
        with(100)
                .given(frozen, awaits(ONE, 100, 100))
                .when(new ChangeStanding(B, FeeAccountStanding.OUT_ONLY, "COMPLAINTS"), People.OPERATOR)
                .records(stands(FeeAccountStanding.OUT_ONLY), given(ONE, 100));
    }

    @Test
    void ends_and_is_available_again() {
        var end = new EndMerchantReservation(B, ONE);

        with(100).given(given(ONE, 100)).when(end, POLICY).records(givenBack(100));
        with(100).given(awaits(ONE, 130, 30)).when(end, POLICY).records(givenBack(0));
        with(100).when(end, POLICY).isRefused(new MerchantFundsNotReserved("SI:acme:SP-1 RF:acme:RF-1"));
        with(100)
                .given(given(ONE, 100), givenBack(100))
                .when(claim(TWO, 100), POLICY)
                .records(given(TWO, 100));
    }

    @Test
    void pays_own_cash_back_when_it_ends_and_then_serves_who_waits() {
        lent().given(funded("X-1", 100), given(ONE, 100), advanced("O-1", 30), awaits(TWO, 70, 70))
                .when(new EndMerchantReservation(B, ONE), POLICY)
                .records(
                        givenBack(100),
                        setAside("O-1", 30),
                        recovered("O-1", new FeeTaker.Recovery("O-1"), 30, 0),
                        given(TWO, 70));
    }

    @Test
    void is_taken_once_it_is_set_aside() {
        var take = new TakeMerchantReservation(B, ONE);
        var taken = new MerchantReservationTaken(B, ONE, Money.fen(60));
        var none = new MerchantFundsNotReserved("SI:acme:SP-1 RF:acme:RF-1");

        with(100).given(given(ONE, 60)).when(take, POLICY).records(taken);
        with(100).given(given(ONE, 60), taken).when(take, POLICY).isRefused(none);
        with(100).given(awaits(ONE, 130, 30)).when(take, POLICY).isRefused(none);
        with(100).given(given(ONE, 60), taken).when(claim(TWO, 41), POLICY).records(awaits(TWO, 41, 1));
        with(100).given(given(ONE, 60), taken).when(claim(TWO, 40), POLICY).records(given(TWO, 40));
    }

    @Test
    void is_not_of_an_account_that_nobody_opened() {
        unopened().when(claim(ONE, 1), POLICY).isRefused(new NotFound(B.value()));
        unopened().given(OPENED).when(claim(ONE, 1), POLICY).records(awaits(ONE, 1, 1));
    }

    private static FundsTaker taker(String refundNo) {
        return new FundsTaker.SplitReturn(SPLIT, RefundId.of(People.ACME, refundNo));
    }

    private static ReserveMerchantFunds claim(FundsTaker taker, long fen) {
        return new ReserveMerchantFunds(B, taker, Money.fen(fen));
    }

    private static MerchantFundsReserved given(FundsTaker taker, long fen) {
        return new MerchantFundsReserved(B, taker, Money.fen(fen));
    }

    private static MerchantFundsAwaited awaits(FundsTaker taker, long fen, long gap) {
        return new MerchantFundsAwaited(B, taker, Money.fen(fen), Money.fen(gap));
    }

    private static MerchantReservationEnded givenBack(long fen) {
        return new MerchantReservationEnded(B, ONE, Money.fen(fen));
    }

    private static StandingChanged stands(FeeAccountStanding standing) {
        return new StandingChanged(B, standing, "COMPLAINTS");
    }
}
