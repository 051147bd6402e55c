package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payouts.Instructed.CREATED;
import static io.coffer.command.payouts.Instructed.FAILED;
import static io.coffer.command.payouts.Instructed.NOT_FOUND;
import static io.coffer.command.payouts.Instructed.PAID;
import static io.coffer.command.payouts.Instructed.PAPER;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static io.coffer.command.payouts.Instructed.REFUSED;
import static io.coffer.command.payouts.Instructed.SUBMITTING;
import static io.coffer.command.payouts.Instructed.SUCCEEDED;
import static io.coffer.command.payouts.Instructed.UNKNOWN;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.payouts.PayoutCommand.RequestResolution;
import io.coffer.api.payouts.PayoutCommand.ResolvePayoutByEvidence;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitted;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutRejection.BankEvidenceMissing;
import io.coffer.api.payouts.PayoutRejection.ContradictsOutcome;
import io.coffer.api.payouts.PayoutRejection.ResolutionNotPending;
import io.coffer.api.payouts.PayoutRejection.TooEarlyForEvidence;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An unknown payout settled by papers")
class ResolutionTest {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Instant EXPIRY = NOON.plus(Duration.ofDays(3));
    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofResolution(PAYOUT, 1);
    private static final RequestResolution ASK = new RequestResolution(PAYOUT, PAID, List.of(PAPER));
    private static final PayoutResolutionRequested ASKED = asked(1, PAID);
    private static final PayoutResolutionRequested ASKED_REFUSED = asked(1, REFUSED);

    @Test
    void needs_a_day_of_not_knowing() {
        unknown().after(A_DAY.minusNanos(1)).when(ASK, OPERATOR).isRefused(new TooEarlyForEvidence(NOON.plus(A_DAY)));
        unknown().after(A_DAY).when(ASK, OPERATOR).records(ASKED);
    }

    @Test
    void settles_what_the_bank_took_and_never_spoke_of_again() {
        var taken = payout(CREATED, SUBMITTING, new PayoutSubmitted(PAYOUT));

        taken.after(A_DAY.minusNanos(1)).when(ASK, OPERATOR).isRefused(new TooEarlyForEvidence(NOON.plus(A_DAY)));
        taken.after(Duration.ofNanos(1)).when(ASK, OPERATOR).records(ASKED);
    }

    @Test
    void counts_from_the_first_moment_of_not_knowing() {
        unknown()
                .after(Duration.ofHours(23))
                .given(NOT_FOUND, new PayoutSubmitting(PAYOUT, 2), UNKNOWN)
                .after(Duration.ofHours(1))
                .when(ASK, OPERATOR)
                .records(ASKED);
        unknown()
                .after(Duration.ofHours(23))
                .given(NOT_FOUND)
                .after(Duration.ofHours(1))
                .when(ASK, OPERATOR)
                .records(ASKED);
    }

    @Test
    void needs_a_paper_of_the_bank() {
        unknown()
                .after(A_DAY)
                .when(new RequestResolution(PAYOUT, PAID, List.of()), OPERATOR)
                .isRefused(new BankEvidenceMissing(PAYOUT.value()));
    }

    @Test
    void is_asked_for_by_an_operator_about_an_unknown_payout_only() {
        var onlyUnknown = List.of("SUBMITTED", "UNKNOWN", "NOT_FOUND");

        unknown().after(A_DAY).when(ASK, BANK).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        payout(CREATED).when(ASK, OPERATOR).isRefused(new NotInThisState("CREATED", onlyUnknown));
        payout(CREATED, SUBMITTING).when(ASK, OPERATOR).isRefused(new NotInThisState("SUBMITTING", onlyUnknown));
        payout(CREATED, SUBMITTING, SUCCEEDED).when(ASK, OPERATOR).isRefused(new NotInThisState("PAID", onlyUnknown));
    }

    @Test
    void is_asked_for_again_under_the_next_number() {
        unknown().after(A_DAY).given(ASKED).when(ASK, OPERATOR).records(asked(2, PAID));
    }

    @Test
    void needs_a_second_person() {
        unknown().given(ASKED).when(bare(1, PAID), OPERATOR).isRefused(new ApprovalMissing(1));
        unknown()
                .given(ASKED)
                .when(approved(1, PAID, "olga"), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        unknown()
                .given(ASKED)
                .when(approved(1, PAID, "carol"), POLICY)
                .records(Instructed.succeeded(Optional.of(REQUEST.value())));
        unknown()
                .given(ASKED_REFUSED)
                .when(approved(1, REFUSED, "carol"), POLICY)
                .records(Instructed.failed(Optional.of(REQUEST.value())));
    }

    @Test
    void needs_an_approval_of_this_very_command_that_has_not_expired() {
        var other = new ResolvePayoutByEvidence(
                PAYOUT, REFUSED, List.of(PAPER), 1, approved(1, PAID, "carol").approval());

        unknown().given(ASKED).when(other, POLICY).isRefused(new DigestDiffers(REQUEST.value()));
        unknown()
                .given(ASKED)
                .after(Duration.ofDays(3))
                .when(approved(1, PAID, "carol"), POLICY)
                .isRefused(new ApprovalExpired(EXPIRY));
    }

    @Test
    void is_the_resolution_that_was_asked_for_last() {
        unknown().when(approved(1, PAID, "carol"), POLICY).isRefused(new ResolutionNotPending(1));
        unknown()
                .given(ASKED, asked(2, REFUSED))
                .when(approved(1, PAID, "carol"), POLICY)
                .isRefused(new ResolutionNotPending(1));
        unknown().given(ASKED).when(approved(1, REFUSED, "carol"), POLICY).isRefused(new ResolutionNotPending(1));
        unknown().given(ASKED).when(approved(2, PAID, "carol"), POLICY).isRefused(new ResolutionNotPending(2));
    }

    /** Papers that say "refused" prove nothing about a call that came after them: the bank may be paying right now. */
    @Test
    void is_void_once_the_number_was_sent_again() {
        unknown()
                .given(ASKED_REFUSED, NOT_FOUND, new PayoutSubmitting(PAYOUT, 2))
                .when(approved(1, REFUSED, "carol"), POLICY)
                .isRefused(new ResolutionNotPending(1));
        unknown()
                .given(ASKED_REFUSED, NOT_FOUND, new PayoutSubmitting(PAYOUT, 2), UNKNOWN)
                .when(approved(1, REFUSED, "carol"), POLICY)
                .isRefused(new ResolutionNotPending(1));
        unknown()
                .given(ASKED_REFUSED, NOT_FOUND, new PayoutSubmitting(PAYOUT, 2), UNKNOWN)
                .after(A_DAY)
                .when(ASK, OPERATOR)
                .records(asked(2, PAID));
    }

    @Test
    void never_overrules_what_the_bank_has_said_meanwhile() {
        unknown()
                .given(ASKED_REFUSED, SUCCEEDED)
                .when(approved(1, REFUSED, "carol"), POLICY)
                .isRefused(new ContradictsOutcome("PAID"));
        unknown()
                .given(ASKED_REFUSED, FAILED)
                .when(approved(1, REFUSED, "carol"), POLICY)
                .changesNothing();
    }

    private static PayoutResolutionRequested asked(int number, PayoutOutcome outcome) {
        return new PayoutResolutionRequested(PAYOUT, number, outcome, List.of(PAPER), "olga");
    }

    private static ResolvePayoutByEvidence bare(int number, PayoutOutcome outcome) {
        return new ResolvePayoutByEvidence(PAYOUT, outcome, List.of(PAPER), number, Optional.empty());
    }

    private static ResolvePayoutByEvidence approved(int number, PayoutOutcome outcome, String checker) {
        var approval = new Approval(REQUEST, bare(number, outcome).digest(), "olga", List.of(checker), EXPIRY);
        return new ResolvePayoutByEvidence(PAYOUT, outcome, List.of(PAPER), number, Optional.of(approval));
    }

    private static Scenario unknown() {
        return payout(CREATED, SUBMITTING, UNKNOWN);
    }

    private static Scenario payout(PayoutEvent... history) {
        return Scenario.of(new PurePayout()).given(history);
    }
}
