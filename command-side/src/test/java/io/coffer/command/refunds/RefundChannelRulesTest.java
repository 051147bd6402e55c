package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.APPROVED;
import static io.coffer.command.refunds.ShopRefund.BOUNCED;
import static io.coffer.command.refunds.ShopRefund.BY_CHANNEL;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.CLOSED;
import static io.coffer.command.refunds.ShopRefund.DAY;
import static io.coffer.command.refunds.ShopRefund.DONE;
import static io.coffer.command.refunds.ShopRefund.FACTS;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_INSTRUMENT;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.FUNDED;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.LATER;
import static io.coffer.command.refunds.ShopRefund.NETTED;
import static io.coffer.command.refunds.ShopRefund.NEVER;
import static io.coffer.command.refunds.ShopRefund.NOT_FOUND;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.PENDING;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.REJECTED;
import static io.coffer.command.refunds.ShopRefund.REROUTE;
import static io.coffer.command.refunds.ShopRefund.REROUTED;
import static io.coffer.command.refunds.ShopRefund.RESERVED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.TRANSFER;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.VERIFIED;
import static io.coffer.command.refunds.ShopRefund.admitted;
import static io.coffer.command.refunds.ShopRefund.answers;
import static io.coffer.command.refunds.ShopRefund.denied;
import static io.coffer.command.refunds.ShopRefund.facts;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.fundedHistory;
import static io.coffer.command.refunds.ShopRefund.putOff;
import static io.coffer.command.refunds.ShopRefund.reroute;
import static io.coffer.command.refunds.ShopRefund.says;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.api.refunds.RefundRejection.RefundDateNotPossible;
import io.coffer.api.refunds.RefundRejection.RefundFundsDiffer;
import io.coffer.api.refunds.RefundRejection.RefundNotYetResendable;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund by its channel")
class RefundChannelRulesTest {

    private static final SubmitRefund SUBMIT = new SubmitRefund(REFUND);
    private static final RecordPending TAKEN = new RecordPending(REFUND);
    private static final MarkRefundUnknown UNCLEAR = new MarkRefundUnknown(REFUND, "timeout");
    private static final RecordRefundNotFound DENIED = new RecordRefundNotFound(REFUND);
    private static final RefundSubmitted AGAIN = new RefundSubmitted(REFUND, 2);
    private static final Duration QUIET = PureRefund.TIMES.quietTime();
    private static final RefundOutcome WITH_FEE =
            new RefundOutcome.Done("WR-1", NETTED, Optional.of(new ReturnedFee(GAP, DAY)));
    private static final BounceRefund BOUNCE = new BounceRefund(REFUND, "WR-1", NETTED);

    @Test
    void is_claimed_before_the_channel_is_called_and_by_one_caller() {
        funded().when(SUBMIT, POLICY).records(SUBMITTED);
        assertNotClaimable("SUBMITTING", funded(SUBMITTED));
        assertNotClaimable("PENDING", funded(SUBMITTED, PENDING));
        assertNotClaimable("UNKNOWN", funded(SUBMITTED, UNKNOWN));
        assertNotClaimable("FAILED_FINAL", funded(SUBMITTED, FAILED_FINAL));
        assertNotClaimable("FAILED_INSTRUMENT", funded(SUBMITTED, FAILED_INSTRUMENT));
        assertNotClaimable("SUCCEEDED", funded(SUBMITTED, SUCCEEDED));
        assertNotClaimable("CANCELLED", funded(CANCELLED));
        assertNotClaimable("APPROVED", admitted(FACTS, APPROVED));
        assertNotClaimable("REJECTED", admitted(FACTS, REJECTED));
    }

    @Test
    void that_was_denied_or_put_off_goes_again_under_its_number_after_the_quiet_time() {
        for (var history :
                List.of(fundedHistory(SUBMITTED, UNKNOWN, NOT_FOUND), fundedHistory(SUBMITTED, FAILED_RETRYABLE))) {
            after(history, QUIET.minusNanos(1))
                    .when(SUBMIT, POLICY)
                    .isRefused(new RefundNotYetResendable(NOON.plus(QUIET)));
            after(history, QUIET).when(SUBMIT, POLICY).records(AGAIN);
        }
    }

    @Test
    void counts_the_quiet_time_from_its_last_call() {
        after(fundedHistory(SUBMITTED, UNKNOWN, NOT_FOUND), QUIET)
                .given(AGAIN, FAILED_RETRYABLE)
                .after(QUIET.minusNanos(1))
                .when(SUBMIT, POLICY)
                .isRefused(new RefundNotYetResendable(NOON.plus(QUIET).plus(QUIET)));
    }

    @Test
    void taken_by_the_channel_waits_for_its_outcome() {
        funded(SUBMITTED).when(TAKEN, POLICY).records(PENDING);
        funded().when(TAKEN, POLICY).changesNothing();
        for (RefundEvent later : List.of(PENDING, UNKNOWN, SUCCEEDED, FAILED_FINAL)) {
            funded(SUBMITTED, later).when(TAKEN, POLICY).changesNothing();
        }
    }

    @Test
    void without_a_clear_answer_is_unknown() {
        funded(SUBMITTED).when(UNCLEAR, POLICY).records(UNKNOWN);
        funded(SUBMITTED, PENDING).when(UNCLEAR, POLICY).records(UNKNOWN);
        funded().when(UNCLEAR, POLICY).changesNothing();
        for (RefundEvent later : List.of(UNKNOWN, SUCCEEDED, FAILED_FINAL, FAILED_RETRYABLE)) {
            funded(SUBMITTED, later).when(UNCLEAR, POLICY).changesNothing();
        }
    }

    @Test
    void that_the_channel_does_not_know_has_not_failed() {
        funded(SUBMITTED, UNKNOWN).when(DENIED, POLICY).records(denied(1, NOON, QUIET));
        funded(SUBMITTED, PENDING).when(DENIED, POLICY).records(denied(1, NOON, QUIET));
        funded(SUBMITTED).when(DENIED, POLICY).changesNothing();
        funded(SUBMITTED, UNKNOWN, NOT_FOUND).when(DENIED, POLICY).changesNothing();
        funded(SUBMITTED, SUCCEEDED).when(DENIED, POLICY).changesNothing();
    }

    @Test
    void takes_its_outcome_whenever_it_comes() {
        for (var history : List.of(
                fundedHistory(SUBMITTED),
                fundedHistory(SUBMITTED, PENDING),
                fundedHistory(SUBMITTED, UNKNOWN),
                fundedHistory(SUBMITTED, UNKNOWN, NOT_FOUND),
                fundedHistory(SUBMITTED, FAILED_RETRYABLE))) {
            after(history, Duration.ZERO).when(says(DONE), BANK).records(SUCCEEDED);
            after(history, Duration.ZERO).when(says(CLOSED), POLICY).records(FAILED_INSTRUMENT);
            after(history, Duration.ZERO).when(says(NEVER), POLICY).records(FAILED_FINAL);
        }
    }

    @Test
    void put_off_may_be_sent_again() {
        funded(SUBMITTED).when(answers(1, LATER), POLICY).records(putOff(1, NOON, QUIET));
        funded(SUBMITTED, PENDING).when(says(LATER), BANK).records(putOff(1, NOON, QUIET));
        funded(SUBMITTED, FAILED_RETRYABLE).when(says(LATER), BANK).changesNothing();
    }

    @Test
    void is_not_put_off_by_an_old_word_while_its_latest_call_may_be_executed() {
        var history = fundedHistory(SUBMITTED, FAILED_RETRYABLE);

        after(history, QUIET).given(AGAIN).when(answers(1, LATER), POLICY).changesNothing();
        after(history, QUIET).given(AGAIN).when(says(LATER), BANK).changesNothing();
        after(history, QUIET)
                .given(AGAIN)
                .after(QUIET.minusNanos(1))
                .when(says(LATER), BANK)
                .changesNothing();
        after(history, QUIET)
                .given(AGAIN)
                .after(QUIET)
                .when(answers(1, LATER), POLICY)
                .changesNothing();
        after(history, QUIET)
                .given(AGAIN)
                .when(answers(2, LATER), POLICY)
                .records(putOff(2, NOON.plus(QUIET), QUIET.multipliedBy(2)));
        after(history, QUIET)
                .given(AGAIN, UNKNOWN)
                .after(QUIET)
                .when(says(LATER), POLICY)
                .records(putOff(2, NOON.plus(QUIET).plus(QUIET), QUIET.multipliedBy(2)));
    }

    @Test
    void that_was_refused_succeeds_when_the_channel_says_so_before_anything_was_done_about_it() {
        funded(SUBMITTED, FAILED_INSTRUMENT).when(says(DONE), BANK).records(SUCCEEDED);
        funded(SUBMITTED, FAILED_FINAL).when(says(DONE), BANK).records(SUCCEEDED);
        funded(SUBMITTED, FAILED_FINAL, CANCELLED)
                .when(says(DONE), BANK)
                .records(new RefundResultContradicted(REFUND, NEVER, DONE), new CancelledRefundClaimed(REFUND, ORDER));
        funded(SUBMITTED, FAILED_INSTRUMENT, REROUTE)
                .when(says(DONE), BANK)
                .records(new RefundResultContradicted(REFUND, CLOSED, DONE));
        funded(SUBMITTED, FAILED_INSTRUMENT, REROUTE, VERIFIED, REROUTED)
                .when(says(DONE), BANK)
                .records(new RefundResultContradicted(REFUND, CLOSED, DONE));
        funded(SUBMITTED, FAILED_RETRYABLE, CANCELLED)
                .when(says(DONE), BANK)
                .records(new RefundResultContradicted(REFUND, LATER, DONE), new CancelledRefundClaimed(REFUND, ORDER));
    }

    @Test
    void takes_the_same_outcome_once() {
        funded(SUBMITTED, SUCCEEDED).when(says(DONE), BANK).changesNothing();
        funded(SUBMITTED, SUCCEEDED, BOUNCED).when(says(DONE), BANK).changesNothing();
        funded(SUBMITTED, FAILED_FINAL).when(says(NEVER), BANK).changesNothing();
        funded(SUBMITTED, FAILED_FINAL, CANCELLED).when(says(NEVER), BANK).changesNothing();
    }

    @Test
    void keeps_its_outcome_and_tells_once_that_the_channel_contradicts_it() {
        var second = new RefundOutcome.Done("WR-2", NETTED, Optional.empty());
        var otherDay =
                new RefundOutcome.Done("WR-1", new RefundFunds.Netted("WECHAT", DAY.plusDays(1)), Optional.empty());
        var told = new RefundResultContradicted(REFUND, DONE, NEVER);

        funded(SUBMITTED, SUCCEEDED).when(says(NEVER), BANK).records(told);
        funded(SUBMITTED, SUCCEEDED, told).when(says(NEVER), BANK).isRefused(new ContradictsRefund("SUCCEEDED"));
        funded(SUBMITTED, SUCCEEDED, told)
                .when(says(second), BANK)
                .records(new RefundResultContradicted(REFUND, DONE, second));
        funded(SUBMITTED, SUCCEEDED)
                .when(says(otherDay), BANK)
                .records(new RefundResultContradicted(REFUND, DONE, otherDay));
        funded(SUBMITTED, FAILED_FINAL).when(says(CLOSED), BANK).isRefused(new ContradictsRefund("FAILED_FINAL"));
    }

    @Test
    void that_succeeded_at_last_is_not_contradicted_by_an_earlier_call_that_was_put_off() {
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, AGAIN, SUCCEEDED)
                .when(answers(1, LATER), POLICY)
                .changesNothing();
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, AGAIN, SUCCEEDED)
                .when(answers(2, LATER), POLICY)
                .records(new RefundResultContradicted(REFUND, DONE, LATER));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, AGAIN, SUCCEEDED)
                .when(says(LATER), BANK)
                .records(new RefundResultContradicted(REFUND, DONE, LATER));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, AGAIN, SUCCEEDED)
                .when(answers(1, NEVER), POLICY)
                .records(new RefundResultContradicted(REFUND, DONE, NEVER));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, AGAIN, FAILED_FINAL)
                .when(answers(1, LATER), POLICY)
                .isRefused(new ContradictsRefund("FAILED_FINAL"));
    }

    @Test
    void has_no_outcome_before_anybody_called_the_channel() {
        var refusal = new ContradictsRefund("never submitted");

        funded().when(says(DONE), BANK).isRefused(refusal);
        admitted(FACTS, APPROVED).when(says(NEVER), BANK).isRefused(refusal);
        funded(CANCELLED).when(says(DONE), BANK).isRefused(refusal);
    }

    @Test
    void is_paid_out_of_what_its_channel_owes_or_out_of_the_account_that_was_paid() {
        var debited = new RefundFunds.Debited(Sale.CUSTODY, DAY, "CORE-1");
        var elsewhere = new RefundFunds.Debited(new CustodyAccount("104100000004", "1"), DAY, "CORE-1");
        var refusal = new RefundFundsDiffer(REFUND.value());

        funded(SUBMITTED)
                .when(says(new RefundOutcome.Done("WR-1", debited, Optional.empty())), BANK)
                .records(new RefundSucceeded(REFUND, Optional.of(ORDER), AMOUNT, "WR-1", debited));
        funded(SUBMITTED)
                .when(says(new RefundOutcome.Done("WR-1", elsewhere, Optional.empty())), BANK)
                .isRefused(refusal);
        funded(SUBMITTED)
                .when(
                        says(new RefundOutcome.Done("WR-1", new RefundFunds.Netted("ALIPAY", DAY), Optional.empty())),
                        BANK)
                .isRefused(refusal);
    }

    @Test
    void brings_a_part_of_the_fee_back_to_whoever_bore_it() {
        var back = feeReturned(FeeBearer.MERCHANT_B);

        funded(SUBMITTED).when(says(WITH_FEE), BANK).records(SUCCEEDED, back);
        borne(FeeBearer.PLATFORM).when(says(WITH_FEE), BANK).records(SUCCEEDED, feeReturned(FeeBearer.PLATFORM));
        borne(FeeBearer.PAYER).when(says(WITH_FEE), BANK).records(SUCCEEDED);
        funded(SUBMITTED)
                .when(says(new RefundOutcome.Done("WR-1", NETTED, Optional.of(new ReturnedFee(Money.ZERO, DAY)))), BANK)
                .records(SUCCEEDED);
    }

    @Test
    void brings_no_more_of_the_fee_back_than_the_channel_can_have_kept() {
        bounded(GAP).when(says(WITH_FEE), BANK).records(SUCCEEDED, feeReturned(FeeBearer.MERCHANT_B));
        bounded(GAP.minus(Money.fen(1))).when(says(WITH_FEE), BANK).records(SUCCEEDED, above(Money.fen(1)));
        bounded(Money.ZERO).when(says(WITH_FEE), BANK).records(SUCCEEDED, above(GAP));
    }

    private static RefundFeeReturned above(Money above) {
        return new RefundFeeReturned(
                REFUND, Shop.B, FeeBearer.MERCHANT_B, GAP.minus(above), "WECHAT", DAY, Optional.of(above));
    }

    private static Scenario bounded(Money feeBackMost) {
        var facts = ShopRefund.facts(
                AMOUNT,
                FROM,
                BY_CHANNEL,
                Money.ZERO,
                FeeBearer.MERCHANT_B,
                Optional.of(PAYER),
                Optional.of(feeBackMost));
        return admitted(
                facts,
                APPROVED,
                RESERVED,
                new RefundFunded(REFUND, FROM, AMOUNT, BY_CHANNEL, Optional.empty()),
                SUBMITTED);
    }

    @Test
    void brings_the_fee_back_once_also_when_the_channel_tells_of_it_late() {
        var back = feeReturned(FeeBearer.MERCHANT_B);

        funded(SUBMITTED, SUCCEEDED, back).when(says(WITH_FEE), BANK).changesNothing();
        funded(SUBMITTED, SUCCEEDED).when(says(WITH_FEE), BANK).records(back);
    }

    /** T51 of {@code domain.md}: the channel takes a success back; the money waits for an account, and PR-508 is not needed. */
    @Test
    void whose_success_is_taken_back_waits_for_another_account() {
        funded(SUBMITTED, SUCCEEDED).when(BOUNCE, BANK).records(BOUNCED);
        funded(SUBMITTED, SUCCEEDED, BOUNCED).when(BOUNCE, BANK).changesNothing();
        funded(SUBMITTED, SUCCEEDED, BOUNCED)
                .when(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS)
                .records(reroute(1, Money.ZERO));
    }

    @Test
    void tells_of_dates_that_can_be_true() {
        var first = LocalDate.of(2025, 11, 21);
        var last = LocalDate.of(2026, 12, 23);
        var refusal = new RefundDateNotPossible(first, last);
        for (var date : List.of(first, last)) {
            funded(SUBMITTED).when(on(date, DAY), BANK).then();
            funded(SUBMITTED).when(on(DAY, date), BANK).then();
        }
        for (var date : List.of(first.minusDays(1), last.plusDays(1), LocalDate.of(0, 1, 1))) {
            funded(SUBMITTED).when(on(date, DAY), BANK).isRefused(refusal);
            funded(SUBMITTED).when(on(DAY, date), BANK).isRefused(refusal);
            funded(SUBMITTED, SUCCEEDED)
                    .when(new BounceRefund(REFUND, "WR-1", new RefundFunds.Netted("WECHAT", date)), BANK)
                    .isRefused(refusal);
        }
    }

    private static ConfirmRefund on(LocalDate settled, LocalDate feeSettled) {
        return new ConfirmRefund(
                REFUND,
                new RefundOutcome.Done(
                        "WR-1",
                        new RefundFunds.Netted("WECHAT", settled),
                        Optional.of(new RefundOutcome.ReturnedFee(Money.fen(1), feeSettled))),
                Optional.empty());
    }

    @Test
    void is_not_taken_back_before_its_success_is_known_nor_under_another_number_nor_elsewhere() {
        var other = new BounceRefund(REFUND, "WR-2", NETTED);
        var elsewhere = new BounceRefund(REFUND, "WR-1", new RefundFunds.Netted("ALIPAY", DAY));

        funded(SUBMITTED).when(BOUNCE, BANK).isRefused(notYet("SUBMITTING"));
        funded(SUBMITTED, FAILED_FINAL).when(BOUNCE, BANK).isRefused(notYet("FAILED_FINAL"));
        funded(SUBMITTED, SUCCEEDED).when(other, BANK).isRefused(new ContradictsRefund("SUCCEEDED"));
        funded(SUBMITTED, SUCCEEDED, BOUNCED).when(other, BANK).isRefused(new ContradictsRefund("REROUTE_PENDING"));
        funded(SUBMITTED, SUCCEEDED).when(elsewhere, BANK).isRefused(new RefundFundsDiffer(REFUND.value()));
        funded(
                        SUBMITTED,
                        FAILED_INSTRUMENT,
                        REROUTE,
                        VERIFIED,
                        REROUTED,
                        new RefundTransferPaid(REFUND, Optional.of(ORDER), TRANSFER))
                .when(BOUNCE, BANK)
                .isRefused(new ContradictsRefund("SUCCEEDED"));
        var route = new RefundRoute.Transfer(PAYER);
        admitted(
                        facts(AMOUNT, FROM, route, Money.ZERO),
                        APPROVED,
                        RESERVED,
                        new RefundFunded(REFUND, FROM, AMOUNT, route, Optional.empty()))
                .when(BOUNCE, BANK)
                .isRefused(notYet("FUNDED"));
    }

    private static NotInThisState notYet(String state) {
        return new NotInThisState(state, List.of("SUCCEEDED"));
    }

    private static RefundFeeReturned feeReturned(FeeBearer bearer) {
        return new RefundFeeReturned(REFUND, Shop.B, bearer, GAP, "WECHAT", DAY, Optional.empty());
    }

    private static Scenario borne(FeeBearer bearer) {
        return admitted(
                facts(AMOUNT, FROM, BY_CHANNEL, Money.ZERO, bearer, Optional.empty()),
                APPROVED,
                RESERVED,
                FUNDED,
                SUBMITTED);
    }

    private static Scenario after(List<RefundEvent> history, Duration time) {
        return Scenario.of(new PureRefund()).given(history).after(time);
    }

    private static void assertNotClaimable(String state, Scenario refund) {
        refund.after(Duration.ofDays(1))
                .when(SUBMIT, POLICY)
                .isRefused(new NotInThisState(state, List.of("FUNDED", "NOT_FOUND", "FAILED_RETRYABLE")));
    }
}
