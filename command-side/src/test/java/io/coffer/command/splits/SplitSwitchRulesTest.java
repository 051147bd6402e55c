package io.coffer.command.splits;

import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.CAROL;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.splits.SplitRejection.SplitStopNotInForce;
import io.coffer.api.splits.SplitSwitchCommand.RequestSplitsResumption;
import io.coffer.api.splits.SplitSwitchCommand.ResumeSplits;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The switch of a merchant's splits")
class SplitSwitchRulesTest {

    private static final SplitSwitchId SPLITS = new SplitSwitchId("SS:acme:M-1");
    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofSplitsResumption(SPLITS, 1, 1);
    private static final StopSplits STOP = new StopSplits(SPLITS, "FRAUD");
    private static final RequestSplitsResumption ASK = new RequestSplitsResumption(SPLITS, "CHECKED");
    private static final SplitsStopped STOPPED = new SplitsStopped(SPLITS, 1, "FRAUD", "olga");
    private static final SplitsResumptionRequested ASKED =
            new SplitsResumptionRequested(SPLITS, 1, 1, "CHECKED", "olga");
    private static final SplitsResumed RESUMED = new SplitsResumed(SPLITS, 1, Optional.of(REQUEST.value()));

    @Test
    void stops_on_the_word_of_one_person_or_policy() {
        splits().when(STOP, OPERATOR).records(STOPPED);
        splits().when(STOP, CAROL).records(new SplitsStopped(SPLITS, 1, "FRAUD", "carol"));
        splits().when(STOP, POLICY).records(new SplitsStopped(SPLITS, 1, "FRAUD", "policy:test"));
        splits().given(STOPPED).when(STOP, CAROL).changesNothing();
    }

    @Test
    void counts_its_stops() {
        splits().given(STOPPED, ASKED, RESUMED)
                .when(STOP, OPERATOR)
                .records(new SplitsStopped(SPLITS, 2, "FRAUD", "olga"));
    }

    /** Else people would let go what they have seen, and with it what they have not. */
    @Test
    void stops_anew_for_each_cause_that_a_policy_hears_of_and_once_for_each() {
        var first = new SplitsStopped(SPLITS, 1, "C5 FAILS FROM 1", "policy:test");
        var second = new SplitsStopped(SPLITS, 2, "C5 FAILS FROM 9", "policy:test");
        splits().given(first)
                .when(new StopSplits(SPLITS, "C5 FAILS FROM 1"), POLICY)
                .changesNothing();
        splits().given(first, ASKED)
                .when(new StopSplits(SPLITS, "C5 FAILS FROM 9"), POLICY)
                .records(second);
        splits().given(first, ASKED, second).when(resume(1, "carol"), POLICY).isRefused(new SplitStopNotInForce(1));
        splits().given(first, ASKED, RESUMED)
                .when(new StopSplits(SPLITS, "C5 FAILS FROM 1"), POLICY)
                .changesNothing();
        splits().given(first).when(STOP, OPERATOR).changesNothing();
    }

    @Test
    void is_asked_to_let_go_only_while_it_stops() {
        splits().when(ASK, OPERATOR).isRefused(new SplitStopNotInForce(0));
        splits().given(STOPPED).when(ASK, OPERATOR).records(ASKED);
        splits().given(STOPPED, ASKED)
                .when(ASK, OPERATOR)
                .records(new SplitsResumptionRequested(SPLITS, 1, 2, "CHECKED", "olga"));
        splits().given(STOPPED, ASKED, RESUMED).when(ASK, OPERATOR).isRefused(new SplitStopNotInForce(1));
        splits().given(STOPPED, ASKED, RESUMED, new SplitsStopped(SPLITS, 2, "FRAUD", "olga"))
                .when(ASK, OPERATOR)
                .records(new SplitsResumptionRequested(SPLITS, 2, 1, "CHECKED", "olga"));
    }

    @Test
    void lets_nothing_go_on_the_word_of_one_person() {
        splits().given(STOPPED, ASKED)
                .when(new ResumeSplits(SPLITS, 1, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        splits().given(STOPPED, ASKED)
                .when(resume(1, "olga"), OPERATOR)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        splits().given(STOPPED, ASKED).when(resume(1, "carol"), POLICY).records(RESUMED);
    }

    @Test
    void is_not_opened_by_the_approval_of_an_earlier_stop() {
        var second = new SplitsStopped(SPLITS, 2, "FRAUD", "olga");

        splits().given(STOPPED, ASKED, RESUMED).when(resume(1, "carol"), POLICY).isRefused(new SplitStopNotInForce(1));
        splits().given(STOPPED, ASKED, RESUMED, second)
                .when(resume(1, "carol"), POLICY)
                .isRefused(new SplitStopNotInForce(1));
        splits().given(STOPPED, ASKED, RESUMED, second)
                .when(new ResumeSplits(SPLITS, 2, resume(1, "carol").approval()), POLICY)
                .isRefused(new DigestDiffers(REQUEST.value()));
    }

    @Test
    void is_no_business_of_others() {
        splits().when(STOP, BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.CHECKER, Role.POLICY)));
        splits().when(STOP, STRANGER).isRefused(new NotFound("SS:acme:M-1"));
        splits().when(STOP, AUDITOR).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.CHECKER, Role.POLICY)));
        splits().given(STOPPED).when(ASK, CAROL).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        splits().given(STOPPED)
                .when(resume(1, "carol"), CAROL)
                .isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
    }

    private static ResumeSplits resume(int stopNo, String checker) {
        var digest = new ResumeSplits(SPLITS, stopNo, Optional.empty()).digest();
        var approval = new Approval(REQUEST, digest, "olga", List.of(checker), NOON.plus(Duration.ofHours(24)));
        return new ResumeSplits(SPLITS, stopNo, Optional.of(approval));
    }

    private static Scenario splits() {
        return Scenario.of(new PureSplitSwitch());
    }
}
