package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.LATER;
import static io.coffer.command.refunds.ShopRefund.NOT_FOUND;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.answers;
import static io.coffer.command.refunds.ShopRefund.funded;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundRejection.RefundNotYetResendable;
import io.coffer.api.refunds.RefundRejection.RefundPutOff;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund that its channel puts off")
class RetryRulesTest {

    private static final RefundTimes TIMES = PureRefund.TIMES;
    private static final SubmitRefund SUBMIT = new SubmitRefund(REFUND);
    private static final RecordRefundNotFound DENIED = new RecordRefundNotFound(REFUND);
    private static final RetryRefund RETRY = new RetryRefund(REFUND);
    private static final RefundRetryWanted WANTED = new RefundRetryWanted(REFUND, "olga");
    private static final RefundRetriesExhausted EXHAUSTED = new RefundRetriesExhausted(REFUND, 20, NOON);

    @Test
    void is_sent_again_ever_more_rarely_and_never_more_rarely_than_the_longest_wait() {
        assertThat(waitAfter(1)).contains(Duration.ofSeconds(30));
        assertThat(waitAfter(2)).contains(Duration.ofMinutes(1));
        assertThat(waitAfter(7)).contains(Duration.ofMinutes(32));
        assertThat(waitAfter(8)).contains(Duration.ofHours(1));
        assertThat(waitAfter(19)).contains(Duration.ofHours(1));
    }

    @Test
    void is_sent_so_often_and_for_so_long_and_then_waits_for_a_person() {
        assertThat(waitAfter(20)).isEmpty();
        var day = TIMES.retryFor();
        assertThat(RetryRules.next(1, NOON, NOON.plus(day).minusNanos(1), TIMES))
                .isPresent();
        assertThat(RetryRules.next(1, NOON, NOON.plus(day), TIMES)).isEmpty();
    }

    @Test
    void says_when_it_is_sent_again_and_that_it_is_not() {
        funded(SUBMITTED)
                .when(answers(1, LATER), POLICY)
                .records(FAILED_RETRYABLE, new RefundRetryPlanned(REFUND, 1, NOON.plusSeconds(30)));
        funded(new RefundSubmitted(REFUND, 20)).when(answers(20, LATER), POLICY).records(FAILED_RETRYABLE, EXHAUSTED);
        funded(SUBMITTED)
                .after(TIMES.retryFor())
                .when(answers(1, LATER), POLICY)
                .records(FAILED_RETRYABLE, new RefundRetriesExhausted(REFUND, 1, NOON));
    }

    @Test
    void is_not_sent_before_the_planned_moment_whoever_wants_it() {
        var planned = funded(SUBMITTED, FAILED_RETRYABLE, new RefundRetryPlanned(REFUND, 1, NOON.plusSeconds(60)));

        planned.after(Duration.ofMinutes(1).minusNanos(1))
                .when(SUBMIT, POLICY)
                .isRefused(new RefundNotYetResendable(NOON.plusSeconds(60)));
        planned.after(Duration.ofMinutes(1)).when(SUBMIT, POLICY).records(new RefundSubmitted(REFUND, 2));
        planned.when(RETRY, OPERATOR).changesNothing();
    }

    @Test
    void waits_for_a_person_when_it_was_put_off_too_often() {
        var waiting = exhausted();

        waiting.after(Duration.ofDays(9)).when(SUBMIT, POLICY).isRefused(new RefundPutOff(20));
        waiting.when(RETRY, OPERATOR).records(WANTED);
        waiting.when(RETRY, BUSINESS).records(new RefundRetryWanted(REFUND, BUSINESS.subject()));
        waiting.when(RETRY, BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR)));
        funded(SUBMITTED)
                .when(RETRY, OPERATOR)
                .isRefused(new NotInThisState("SUBMITTING", List.of("FAILED_RETRYABLE", "NOT_FOUND")));
    }

    @Test
    void is_counted_anew_after_a_person_wanted_it() {
        exhausted()
                .given(WANTED)
                .after(TIMES.retryFor())
                .when(SUBMIT, POLICY)
                .then()
                .when(answers(21, LATER), POLICY)
                .records(
                        FAILED_RETRYABLE,
                        new RefundRetryPlanned(
                                REFUND, 21, NOON.plus(TIMES.retryFor()).plusSeconds(30)));
    }

    /** Denied again and again, it is nobody's failure yet; it is sent as rarely as what is put off, and not for ever. */
    @Test
    void that_the_channel_denies_goes_again_as_one_that_is_put_off() {
        var again = new RefundSubmitted(REFUND, 2);
        funded(SUBMITTED, UNKNOWN, NOT_FOUND)
                .given(again, UNKNOWN)
                .after(Duration.ofSeconds(10))
                .when(DENIED, POLICY)
                .records(NOT_FOUND, new RefundRetryPlanned(REFUND, 2, NOON.plusSeconds(70)));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, new RefundRetryPlanned(REFUND, 1, NOON.plusSeconds(60)))
                .after(Duration.ofSeconds(60).minusNanos(1))
                .when(SUBMIT, POLICY)
                .isRefused(new RefundNotYetResendable(NOON.plusSeconds(60)));
        funded(new RefundSubmitted(REFUND, 20), UNKNOWN).when(DENIED, POLICY).records(NOT_FOUND, EXHAUSTED);
        funded(SUBMITTED, UNKNOWN)
                .after(TIMES.retryFor())
                .when(DENIED, POLICY)
                .records(NOT_FOUND, new RefundRetriesExhausted(REFUND, 1, NOON));
    }

    @Test
    void waits_for_a_person_when_it_was_denied_too_often() {
        var waiting = funded(new RefundSubmitted(REFUND, 20), UNKNOWN, NOT_FOUND, EXHAUSTED);

        waiting.after(Duration.ofDays(9)).when(SUBMIT, POLICY).isRefused(new RefundPutOff(20));
        waiting.when(RETRY, OPERATOR).records(WANTED);
        waiting.given(WANTED).when(SUBMIT, POLICY).records(new RefundSubmitted(REFUND, 21));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND).when(RETRY, OPERATOR).changesNothing();
    }

    private static Scenario exhausted() {
        return funded(new RefundSubmitted(REFUND, 20), FAILED_RETRYABLE, EXHAUSTED);
    }

    private static Optional<Duration> waitAfter(int attempts) {
        return RetryRules.next(attempts, NOON, NOON, TIMES).map(at -> Duration.between(NOON, at));
    }
}
