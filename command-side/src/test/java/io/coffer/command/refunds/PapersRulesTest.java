package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.refunds.PapersOf.NOT_PAID;
import static io.coffer.command.refunds.PapersOf.PAID;
import static io.coffer.command.refunds.PapersOf.ask;
import static io.coffer.command.refunds.PapersOf.asked;
import static io.coffer.command.refunds.PapersOf.resolve;
import static io.coffer.command.refunds.PapersOf.resolved;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.DONE;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.LATER;
import static io.coffer.command.refunds.ShopRefund.NEVER;
import static io.coffer.command.refunds.ShopRefund.NOT_FOUND;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.PENDING;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.reroute;
import static io.coffer.command.refunds.ShopRefund.says;

import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.api.refunds.RefundRejection.RefundDateNotPossible;
import io.coffer.api.refunds.RefundRejection.RefundEvidenceMissing;
import io.coffer.api.refunds.RefundRejection.RefundFundsDiffer;
import io.coffer.api.refunds.RefundRejection.RefundPapersOpen;
import io.coffer.api.refunds.RefundRejection.RefundPutOff;
import io.coffer.api.refunds.RefundRejection.RefundResolutionNotOpen;
import io.coffer.api.refunds.RefundRejection.RefundSuccessClaimed;
import io.coffer.api.refunds.RefundRejection.TooEarlyForPapers;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund of unknown outcome settled by papers")
class PapersRulesTest {

    private static final Duration A_DAY = PureRefund.TIMES.evidenceAfter();
    private static final TooEarlyForPapers TOO_EARLY = new TooEarlyForPapers(NOON.plus(A_DAY));
    private static final RefundFailed NOT_PAID_SO_FAILED =
            new RefundFailed(REFUND, RefundFailure.FINAL, "NEVER_ARRIVED");
    private static final RefundResolutionRejected ANSWERED =
            new RefundResolutionRejected(REFUND, 1, "CHANNEL_ANSWERED");

    @Test
    void needs_a_day_of_not_knowing() {
        for (var finding : List.of(PAID, NOT_PAID)) {
            unknown().after(A_DAY.minusNanos(1)).when(ask(finding), OPERATOR).isRefused(TOO_EARLY);
            unknown().after(A_DAY).when(ask(finding), OPERATOR).records(asked(1, finding));
        }
    }

    @Test
    void needs_a_day_of_silence_of_a_channel_that_took_it() {
        var taken = funded(SUBMITTED, PENDING);

        taken.after(A_DAY.minusNanos(1)).when(ask(PAID), OPERATOR).isRefused(TOO_EARLY);
        taken.after(Duration.ofNanos(1)).when(ask(PAID), OPERATOR).records(asked(1, PAID));
        var again = funded(SUBMITTED, UNKNOWN, NOT_FOUND);
        again.after(Duration.ofHours(1)).given(new RefundSubmitted(REFUND, 2), PENDING);
        again.after(A_DAY.minusNanos(1))
                .when(ask(PAID), OPERATOR)
                .isRefused(new TooEarlyForPapers(NOON.plus(Duration.ofHours(25))));
    }

    @Test
    void is_not_told_by_papers_of_before_the_latest_call() {
        var again = unknown().after(A_DAY).given(NOT_FOUND, new RefundSubmitted(REFUND, 2), UNKNOWN);
        var quiet = PureRefund.TIMES.quietTime();

        again.when(ask(NOT_PAID), OPERATOR)
                .isRefused(new TooEarlyForPapers(NOON.plus(A_DAY).plus(quiet)));
        again.after(quiet).when(ask(NOT_PAID), OPERATOR).records(asked(1, NOT_PAID));
    }

    @Test
    void counts_from_the_first_doubt_since_the_channels_last_definite_word() {
        unknown()
                .after(Duration.ofHours(23))
                .given(NOT_FOUND, new RefundSubmitted(REFUND, 2), UNKNOWN)
                .after(Duration.ofHours(1))
                .when(ask(PAID), OPERATOR)
                .records(asked(1, PAID));
        unknown().given(NOT_FOUND).after(A_DAY).when(ask(PAID), OPERATOR).records(asked(1, PAID));
        unknown()
                .given(FAILED_RETRYABLE)
                .after(A_DAY)
                .given(new RefundSubmitted(REFUND, 2), UNKNOWN)
                .when(ask(PAID), OPERATOR)
                .isRefused(new TooEarlyForPapers(NOON.plus(A_DAY).plus(A_DAY)));
    }

    @Test
    void is_asked_for_by_an_operator_with_a_paper_about_an_unknown_refund_only() {
        var open = List.of("PENDING", "UNKNOWN", "NOT_FOUND");

        day(unknown()).when(ask(PAID), BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        day(unknown())
                .when(new RequestRefundResolution(REFUND, PAID, List.of(), "PAPERS_CAME"), OPERATOR)
                .isRefused(new RefundEvidenceMissing(REFUND.value()));
        day(funded()).when(ask(PAID), OPERATOR).isRefused(new NotInThisState("FUNDED", open));
        day(funded(SUBMITTED)).when(ask(NOT_PAID), OPERATOR).isRefused(new NotInThisState("SUBMITTING", open));
        day(funded(SUBMITTED, FAILED_RETRYABLE))
                .when(ask(NOT_PAID), OPERATOR)
                .isRefused(new NotInThisState("FAILED_RETRYABLE", open));
        day(funded(SUBMITTED, SUCCEEDED)).when(ask(PAID), OPERATOR).isRefused(new NotInThisState("SUCCEEDED", open));
    }

    @Test
    void is_paid_out_of_what_its_channel_owes_and_on_a_day_that_can_be_true() {
        var elsewhere = new RefundFinding.WasPaid("WR-1", new RefundFunds.Netted("ALIPAY", ShopRefund.DAY));
        var never = new RefundFinding.WasPaid("WR-1", new RefundFunds.Netted("WECHAT", LocalDate.of(2020, 1, 1)));
        var notPossible = new RefundDateNotPossible(LocalDate.of(2025, 11, 22), LocalDate.of(2026, 12, 24));

        day(unknown()).when(ask(elsewhere), OPERATOR).isRefused(new RefundFundsDiffer(REFUND.value()));
        day(unknown()).when(ask(never), OPERATOR).isRefused(notPossible);
        day(unknown())
                .given(asked(1, elsewhere))
                .when(resolve(1, elsewhere), POLICY)
                .isRefused(new RefundFundsDiffer(REFUND.value()));
    }

    @Test
    void is_done_when_a_second_person_has_seen_the_papers() {
        day(unknown()).given(asked(1, PAID)).when(resolve(1, PAID), POLICY).records(resolved(1, PAID), SUCCEEDED);
        day(unknown())
                .given(asked(1, NOT_PAID))
                .when(resolve(1, NOT_PAID), POLICY)
                .records(resolved(1, NOT_PAID), NOT_PAID_SO_FAILED);
        day(unknown())
                .given(asked(1, PAID))
                .when(PapersOf.alone(1, PAID), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        day(unknown())
                .given(asked(1, PAID))
                .when(resolve(1, PAID, "olga"), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        day(unknown())
                .given(asked(1, PAID))
                .after(Duration.ofDays(30))
                .when(resolve(1, PAID), POLICY)
                .isRefused(new ApprovalExpired(PapersOf.EXPIRY));
        day(unknown())
                .given(asked(1, NOT_PAID))
                .when(
                        new ResolveRefund(
                                REFUND, 1, NOT_PAID, PAPERS, resolve(1, PAID).approval()),
                        POLICY)
                .isRefused(new DigestDiffers(PapersOf.id(1).value()));
    }

    @Test
    void is_what_was_asked_for_and_is_still_open() {
        day(unknown()).when(resolve(1, PAID), POLICY).isRefused(new RefundResolutionNotOpen(1));
        day(unknown()).given(asked(1, PAID)).when(resolve(2, PAID), POLICY).isRefused(new RefundResolutionNotOpen(2));
        day(unknown())
                .given(asked(1, PAID))
                .when(resolve(1, NOT_PAID), POLICY)
                .isRefused(new RefundResolutionNotOpen(1));
        day(unknown())
                .given(asked(1, PAID), resolved(1, PAID), SUCCEEDED)
                .when(resolve(1, PAID), POLICY)
                .isRefused(new RefundResolutionNotOpen(1));
    }

    @Test
    void is_open_once_until_people_decline() {
        var no = new RefundResolutionRejected(REFUND, 1, "DOUBTS");
        day(unknown()).given(asked(1, PAID)).when(ask(NOT_PAID), OPERATOR).isRefused(new RefundPapersOpen(1));
        day(unknown())
                .given(asked(1, PAID))
                .when(new RejectRefundResolution(REFUND, 1, "DOUBTS"), POLICY)
                .records(no);
        day(unknown())
                .given(asked(1, PAID))
                .when(new RejectRefundResolution(REFUND, 2, "DOUBTS"), POLICY)
                .isRefused(new RefundResolutionNotOpen(2));
        day(unknown())
                .given(asked(1, PAID))
                .when(new RejectRefundResolution(REFUND, 1, "DOUBTS"), OPERATOR)
                .isRefused(new NotPermitted(Set.of(Role.POLICY)));
        day(unknown())
                .given(asked(1, PAID), no)
                .when(new RejectRefundResolution(REFUND, 1, "DOUBTS"), POLICY)
                .isRefused(new RefundResolutionNotOpen(1));
        day(unknown()).given(asked(1, PAID), no).when(ask(NOT_PAID), OPERATOR).records(asked(2, NOT_PAID));
    }

    /** Papers know nothing of a call that comes after them: the channel could be paying just then. */
    @Test
    void is_not_sent_again_meanwhile_and_goes_on_when_people_declined() {
        var exhausted = new RefundRetriesExhausted(REFUND, 1, NOON);
        var open = day(unknown().given(NOT_FOUND, exhausted)).given(asked(1, NOT_PAID));

        open.when(new SubmitRefund(REFUND), POLICY).isRefused(new RefundPutOff(1));
        open.when(new RetryRefund(REFUND), OPERATOR).isRefused(new RefundPapersOpen(1));
        day(unknown().given(NOT_FOUND))
                .given(asked(1, NOT_PAID))
                .when(new SubmitRefund(REFUND), POLICY)
                .isRefused(new RefundPapersOpen(1));
        day(unknown().given(NOT_FOUND))
                .given(asked(1, NOT_PAID), new RefundResolutionRejected(REFUND, 1, "DOUBTS"))
                .when(new SubmitRefund(REFUND), POLICY)
                .records(new RefundSubmitted(REFUND, 2));
    }

    @Test
    void ends_by_a_definite_word_of_the_channel_and_by_nothing_less() {
        day(unknown()).given(asked(1, NOT_PAID)).when(says(DONE), BANK).records(SUCCEEDED, ANSWERED);
        day(unknown()).given(asked(1, PAID)).when(says(NEVER), BANK).records(FAILED_FINAL, ANSWERED);
        day(unknown())
                .given(asked(1, PAID))
                .when(says(LATER), BANK)
                .records(FAILED_RETRYABLE, new RefundRetriesExhausted(REFUND, 1, NOON), ANSWERED);
        day(unknown())
                .given(asked(1, PAID))
                .when(new RecordRefundNotFound(REFUND), POLICY)
                .records(NOT_FOUND, new RefundRetriesExhausted(REFUND, 1, NOON));
        day(funded(SUBMITTED, PENDING))
                .given(asked(1, PAID))
                .when(new MarkRefundUnknown(REFUND, "timeout"), POLICY)
                .records(UNKNOWN);
        day(unknown())
                .given(asked(1, NOT_PAID), SUCCEEDED, ANSWERED)
                .when(resolve(1, NOT_PAID), POLICY)
                .isRefused(new RefundResolutionNotOpen(1));
        day(unknown())
                .given(asked(1, NOT_PAID), SUCCEEDED, ANSWERED)
                .when(says(DONE), BANK)
                .changesNothing();
    }

    @Test
    void that_failed_is_as_after_a_definite_refusal() {
        failed().when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS).records(CANCELLED);
        failed().when(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS).records(reroute(1, AMOUNT));
        failed().when(new SubmitRefund(REFUND), POLICY)
                .isRefused(new NotInThisState("FAILED_FINAL", List.of("FUNDED", "NOT_FOUND", "FAILED_RETRYABLE")));
        failed().when(new RetryRefund(REFUND), OPERATOR)
                .isRefused(new NotInThisState("FAILED_FINAL", List.of("FAILED_RETRYABLE", "NOT_FOUND")));
    }

    @Test
    void is_never_overruled_by_a_late_word_of_the_channel() {
        var refused = new RefundOutcome.Refused(RefundFailure.FINAL, "NEVER_ARRIVED");
        var told = new RefundResultContradicted(REFUND, refused, DONE);

        failed().when(says(DONE), BANK).records(told);
        failed().when(says(NEVER), BANK).isRefused(new ContradictsRefund("FAILED_FINAL"));
        failed().given(told).when(says(DONE), BANK).isRefused(new ContradictsRefund("FAILED_FINAL"));
        failed().given(told)
                .when(
                        says(new RefundOutcome.Done(
                                "WR-1",
                                ShopRefund.NETTED,
                                Optional.of(new RefundOutcome.ReturnedFee(AMOUNT, ShopRefund.DAY)))),
                        BANK)
                .isRefused(new ContradictsRefund("FAILED_FINAL"));
        failed().given(told)
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .isRefused(new RefundSuccessClaimed(1));
        failed().given(told)
                .when(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS)
                .isRefused(new RefundSuccessClaimed(1));
        paid().when(says(NEVER), BANK).records(new RefundResultContradicted(REFUND, DONE, NEVER));
        paid().when(says(DONE), BANK).changesNothing();
        paid().given(new RefundResultContradicted(REFUND, DONE, NEVER))
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .isRefused(new NotInThisState(
                        "SUCCEEDED",
                        List.of(
                                "PENDING_APPROVAL",
                                "APPROVED",
                                "SOURCE_RESERVED",
                                "FUNDING_REQUIRED",
                                "RECOVERING",
                                "RECOVERY_PENDING",
                                "FUNDED",
                                "FAILED_RETRYABLE",
                                "FAILED_INSTRUMENT",
                                "FAILED_FINAL",
                                "REROUTE_PENDING")));
    }

    /** A refusal of the channel itself is taken back by its better word; the first one after papers is not its own. */
    @Test
    void of_the_channel_itself_it_takes_the_better_word() {
        funded(SUBMITTED, UNKNOWN, NOT_FOUND, new RefundRetryPlanned(REFUND, 1, NOON), FAILED_FINAL)
                .when(says(DONE), BANK)
                .records(SUCCEEDED);
    }

    private static Scenario failed() {
        return day(unknown()).given(asked(1, NOT_PAID), resolved(1, NOT_PAID), NOT_PAID_SO_FAILED);
    }

    private static Scenario paid() {
        return day(unknown()).given(asked(1, PAID), resolved(1, PAID), SUCCEEDED);
    }

    private static Scenario unknown(RefundEvent... since) {
        return funded(SUBMITTED, UNKNOWN).given(since);
    }

    private static Scenario day(Scenario refund) {
        return refund.after(A_DAY);
    }
}
