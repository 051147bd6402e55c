package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.APPROVED;
import static io.coffer.command.refunds.ShopRefund.CLOSED;
import static io.coffer.command.refunds.ShopRefund.DAY;
import static io.coffer.command.refunds.ShopRefund.DONE;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_INSTRUMENT;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.LATER;
import static io.coffer.command.refunds.ShopRefund.NETTED;
import static io.coffer.command.refunds.ShopRefund.NEVER;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.RESERVED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.admitted;
import static io.coffer.command.refunds.ShopRefund.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund by making the payment void")
class ReversalRulesTest {

    private static final LocalDate WITH_PAYMENT = LocalDate.of(2026, 11, 25);
    static final RefundRoute REVERSAL = reversal(Settling.NET);
    static final AdmittedRefund FACTS = facts(REVERSAL, FeeBearer.MERCHANT_B, GAP);

    private static RefundRoute reversal(Settling settling) {
        return new RefundRoute.Reversal("WECHAT", "T-1", settling, WITH_PAYMENT);
    }

    private static AdmittedRefund facts(RefundRoute route, FeeBearer bearer, Money fee) {
        return ShopRefund.facts(AMOUNT, FROM, route, Money.ZERO, bearer, Optional.of(PAYER), Optional.of(fee));
    }

    private static Scenario submitted(AdmittedRefund facts, RefundEvent... since) {
        var history = new ArrayList<RefundEvent>(List.of(
                APPROVED,
                RESERVED,
                new RefundFunded(REFUND, FROM, AMOUNT, facts.route(), Optional.empty()),
                SUBMITTED));
        history.addAll(List.of(since));
        return admitted(facts, history.toArray(RefundEvent[]::new));
    }

    private static Scenario submitted(RefundEvent... since) {
        return submitted(FACTS, since);
    }

    private static RefundFeeReturned fee(FeeBearer bearer, Money amount, LocalDate date, Optional<Money> above) {
        return new RefundFeeReturned(REFUND, Shop.B, bearer, amount, "WECHAT", date, above);
    }

    private static RefundOutcome done(Money fee, LocalDate date) {
        return new RefundOutcome.Done("WR-1", NETTED, Optional.of(new ReturnedFee(fee, date)));
    }

    private static RefundCancelled cancelled(String code) {
        return new RefundCancelled(
                REFUND, FROM, AMOUNT, true, Money.ZERO, Optional.of(Shop.B), Money.ZERO, code, Optional.empty());
    }

    @Test
    void brings_its_whole_fee_back_though_the_channel_says_nothing_of_one() {
        submitted().when(says(DONE), BANK).records(SUCCEEDED, fee(FeeBearer.MERCHANT_B, GAP, DAY, Optional.empty()));
        submitted(facts(REVERSAL, FeeBearer.PLATFORM, GAP))
                .when(says(DONE), BANK)
                .records(SUCCEEDED, fee(FeeBearer.PLATFORM, GAP, DAY, Optional.empty()));
        submitted(facts(REVERSAL, FeeBearer.MERCHANT_B, Money.ZERO))
                .when(says(DONE), BANK)
                .records(SUCCEEDED);
    }

    @Test
    void brings_its_whole_fee_back_with_the_settlement_of_its_payment_where_it_was_debited() {
        var debited = new RefundFunds.Debited(Sale.CUSTODY, DAY, "CORE-1");

        submitted()
                .when(says(new RefundOutcome.Done("WR-1", debited, Optional.empty())), BANK)
                .records(
                        new RefundSucceeded(REFUND, Optional.of(ORDER), AMOUNT, "WR-1", debited),
                        fee(FeeBearer.MERCHANT_B, GAP, WITH_PAYMENT, Optional.empty()));
    }

    @Test
    void brings_back_no_less_than_its_fee_and_no_more_whatever_the_channel_says() {
        var other = DAY.plusDays(1);

        submitted()
                .when(says(done(GAP.minus(Money.fen(1)), other)), BANK)
                .records(SUCCEEDED, fee(FeeBearer.MERCHANT_B, GAP, other, Optional.empty()));
        submitted()
                .when(says(done(GAP.plus(Money.fen(1)), other)), BANK)
                .records(SUCCEEDED, fee(FeeBearer.MERCHANT_B, GAP, other, Optional.of(Money.fen(1))));
        submitted(facts(REVERSAL, FeeBearer.MERCHANT_B, Money.ZERO))
                .when(says(done(Money.fen(1), other)), BANK)
                .records(SUCCEEDED, fee(FeeBearer.MERCHANT_B, Money.ZERO, other, Optional.of(Money.fen(1))));
    }

    @Test
    void brings_its_fee_back_once() {
        submitted(SUCCEEDED, fee(FeeBearer.MERCHANT_B, GAP, DAY, Optional.empty()))
                .when(says(DONE), BANK)
                .changesNothing();
    }

    @Test
    void is_left_out_of_an_invoice_and_of_every_settlement() {
        var platform = facts(reversal(Settling.GROSS), FeeBearer.PLATFORM, GAP);

        submitted(platform).when(says(DONE), BANK).records(SUCCEEDED, leftOut(Optional.empty()));
        submitted(platform)
                .when(says(done(Money.fen(1), DAY)), BANK)
                .records(SUCCEEDED, leftOut(Optional.of(Money.fen(1))));
        submitted(facts(reversal(Settling.GROSS), FeeBearer.PAYER, GAP))
                .when(says(DONE), BANK)
                .records(SUCCEEDED);
    }

    private static RefundFeeReturned leftOut(Optional<Money> above) {
        return new RefundFeeReturned(
                REFUND, Shop.B, FeeBearer.PLATFORM, GAP, "WECHAT", DAY, above, Optional.of(Settling.GROSS));
    }

    @Test
    void is_over_once_it_was_definitely_refused_and_its_source_has_its_money_again() {
        submitted().when(says(NEVER), BANK).records(FAILED_FINAL, cancelled("NOT_ALLOWED"));
        submitted(UNKNOWN).when(says(CLOSED), BANK).records(FAILED_INSTRUMENT, cancelled("ACCOUNT_CLOSED"));
        var over = submitted(FAILED_FINAL, cancelled("NOT_ALLOWED"));
        over.when(new SubmitRefund(REFUND), POLICY)
                .isRefused(new NotInThisState("CANCELLED", List.of("FUNDED", "NOT_FOUND", "FAILED_RETRYABLE")));
        over.when(new RequestReroute(REFUND, ShopRefund.OTHER_CARD, ShopRefund.PAPERS), BUSINESS)
                .isRefused(new NotInThisState(
                        "CANCELLED", List.of("FAILED_INSTRUMENT", "FAILED_FINAL", "REROUTE_PENDING")));
        over.when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS).changesNothing();
    }

    @Test
    void is_sent_again_under_its_number_where_it_was_only_put_off() {
        submitted().when(says(LATER), BANK).records(ShopRefund.putOff(1, Scenario.NOON, Duration.ofSeconds(30)));
        submitted(FAILED_RETRYABLE)
                .after(Duration.ofMinutes(1))
                .when(new SubmitRefund(REFUND), POLICY)
                .records(new RefundEvent.RefundSubmitted(REFUND, 2));
    }

    @Test
    void that_was_refused_and_done_all_the_same_keeps_its_order_from_paying_again() {
        var contradicted = new RefundResultContradicted(REFUND, NEVER, DONE);
        var claimed = new CancelledRefundClaimed(REFUND, ORDER);
        var over = submitted(FAILED_FINAL, cancelled("NOT_ALLOWED"));

        over.when(says(DONE), BANK).records(contradicted, claimed);
        over.given(contradicted, claimed, PapersOf.asked(1, PapersOf.IS_TRUE))
                .when(PapersOf.resolve(1, PapersOf.IS_TRUE), POLICY)
                .records(
                        PapersOf.resolved(1, PapersOf.IS_TRUE),
                        new RefundShortageRecorded(REFUND, 1, AMOUNT, "WR-1", NETTED),
                        new RefundShortageCompensated(REFUND, 1, AMOUNT, Sale.CUSTODY));
    }

    /** Another refund of the payment may have brought its fee back meanwhile. */
    @Test
    void that_was_refused_and_done_all_the_same_brings_no_more_of_a_fee_than_its_channel_says() {
        var less = GAP.minus(Money.fen(1));
        var other = DAY.plusDays(1);

        doneAllTheSame(FACTS, done(less, other)).isEqualTo(fee(FeeBearer.MERCHANT_B, less, other, Optional.empty()));
        doneAllTheSame(FACTS, done(GAP.plus(Money.fen(2)), other))
                .isEqualTo(fee(FeeBearer.MERCHANT_B, GAP, other, Optional.of(Money.fen(2))));
        var invoiced = facts(reversal(Settling.GROSS), FeeBearer.PLATFORM, GAP);
        doneAllTheSame(invoiced, done(less, other))
                .isEqualTo(new RefundFeeReturned(
                        REFUND,
                        Shop.B,
                        FeeBearer.PLATFORM,
                        Money.ZERO,
                        "WECHAT",
                        other,
                        Optional.of(less),
                        Optional.of(Settling.GROSS)));
    }

    private static AbstractObjectAssert<?, ?> doneAllTheSame(AdmittedRefund facts, RefundOutcome claimed) {
        var state = state(facts)
                .after(cancelled("NOT_ALLOWED"), Scenario.NOON)
                .after(new RefundResultContradicted(REFUND, NEVER, claimed), Scenario.NOON);
        return assertThat(
                ContradictionRules.follows((RefundState.Admitted) state, 1).get(1));
    }

    @Test
    void of_unknown_outcome_is_settled_by_papers_as_by_the_channels_word() {
        submitted(UNKNOWN, PapersOf.asked(1, PapersOf.PAID))
                .after(Duration.ofDays(2))
                .when(PapersOf.resolve(1, PapersOf.PAID), OPERATOR)
                .records(
                        PapersOf.resolved(1, PapersOf.PAID),
                        SUCCEEDED,
                        fee(FeeBearer.MERCHANT_B, GAP, DAY, Optional.empty()));
        submitted(UNKNOWN, PapersOf.asked(1, PapersOf.NOT_PAID))
                .after(Duration.ofDays(2))
                .when(PapersOf.resolve(1, PapersOf.NOT_PAID), OPERATOR)
                .records(
                        PapersOf.resolved(1, PapersOf.NOT_PAID),
                        new RefundFailed(REFUND, RefundFailure.FINAL, "NEVER_ARRIVED"),
                        cancelled("NEVER_ARRIVED"));
    }

    @Test
    void tells_its_channel_what_it_is() {
        var reversal = state(FACTS);
        var refund = state(ShopRefund.FACTS);

        assertThat(RefundLookup.order(reversal).orElseThrow())
                .isEqualTo(new RefundChannel.Order(REFUND, "WECHAT", "T-1", AMOUNT, Sale.CUSTODY, true));
        assertThat(RefundLookup.order(refund).orElseThrow().isReversal()).isFalse();
    }

    private static RefundState.Admitted state(AdmittedRefund facts) {
        return (RefundState.Admitted) RefundState.initial().after(ShopRefund.requested(facts, 0), Scenario.NOON);
    }
}
