package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.CAROL;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.payouts.PayoutRejection.StopNotInForce;
import io.coffer.api.payouts.PayoutSwitchCommand.RequestResume;
import io.coffer.api.payouts.PayoutSwitchCommand.ResumePayouts;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The switch of payouts")
class SwitchRulesTest {

    private static final PayoutSwitchId ALL = PayoutSwitchId.all();
    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofResumption(PayoutSwitchId.all(), 1, 1);
    private static final StopPayouts STOP = new StopPayouts(ALL, "FRAUD");
    private static final RequestResume ASK = new RequestResume(ALL, "CHECKED");
    private static final PayoutsStopped STOPPED = new PayoutsStopped(ALL, 1, "FRAUD", "olga");
    private static final ResumeRequested ASKED = new ResumeRequested(ALL, 1, 1, "CHECKED", "olga");
    private static final PayoutsResumed RESUMED = new PayoutsResumed(ALL, 1, Optional.of(REQUEST.value()));

    @Test
    void stops_on_the_word_of_one_person_or_policy() {
        payouts().when(STOP, OPERATOR).records(STOPPED);
        payouts().when(STOP, CAROL).records(new PayoutsStopped(ALL, 1, "FRAUD", "carol"));
        payouts().when(STOP, POLICY).records(new PayoutsStopped(ALL, 1, "FRAUD", "policy:test"));
        payouts().given(STOPPED).when(STOP, CAROL).changesNothing();
    }

    @Test
    void counts_its_stops() {
        payouts()
                .given(STOPPED, ASKED, RESUMED)
                .when(STOP, OPERATOR)
                .records(new PayoutsStopped(ALL, 2, "FRAUD", "olga"));
    }

    /** Else people would let go what they have seen, and with it what they have not. */
    @Test
    void stops_anew_for_each_cause_that_a_policy_hears_of_and_once_for_each() {
        var first = new PayoutsStopped(ALL, 1, "C2 FAILS FROM 1", "policy:test");
        var second = new PayoutsStopped(ALL, 2, "C2 FAILS FROM 9", "policy:test");
        payouts()
                .given(first)
                .when(new StopPayouts(ALL, "C2 FAILS FROM 1"), POLICY)
                .changesNothing();
        payouts()
                .given(first, ASKED)
                .when(new StopPayouts(ALL, "C2 FAILS FROM 9"), POLICY)
                .records(second);
        payouts().given(first, ASKED, second).when(resume(1, "carol"), POLICY).isRefused(new StopNotInForce(1));
        payouts()
                .given(first, ASKED, RESUMED)
                .when(new StopPayouts(ALL, "C2 FAILS FROM 1"), POLICY)
                .changesNothing();
        payouts().given(first).when(STOP, OPERATOR).changesNothing();
    }

    @Test
    void is_asked_to_let_go_only_while_it_stops() {
        payouts().when(ASK, OPERATOR).isRefused(new StopNotInForce(0));
        payouts().given(STOPPED).when(ASK, OPERATOR).records(ASKED);
        payouts().given(STOPPED, ASKED).when(ASK, OPERATOR).records(new ResumeRequested(ALL, 1, 2, "CHECKED", "olga"));
        payouts().given(STOPPED, ASKED, RESUMED).when(ASK, OPERATOR).isRefused(new StopNotInForce(1));
        payouts()
                .given(STOPPED, ASKED, RESUMED, new PayoutsStopped(ALL, 2, "FRAUD", "olga"))
                .when(ASK, OPERATOR)
                .records(new ResumeRequested(ALL, 2, 1, "CHECKED", "olga"));
    }

    /** The last part of T54 of {@code domain.md}. */
    @Test
    void lets_nothing_go_on_the_word_of_one_person() {
        payouts()
                .given(STOPPED, ASKED)
                .when(new ResumePayouts(ALL, 1, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        payouts()
                .given(STOPPED, ASKED)
                .when(resume(1, "olga"), OPERATOR)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        payouts().given(STOPPED, ASKED).when(resume(1, "carol"), POLICY).records(RESUMED);
    }

    @Test
    void is_not_opened_by_the_approval_of_an_earlier_stop() {
        var second = new PayoutsStopped(ALL, 2, "FRAUD", "olga");

        payouts()
                .given(STOPPED, ASKED, RESUMED)
                .when(resume(1, "carol"), POLICY)
                .isRefused(new StopNotInForce(1));
        payouts()
                .given(STOPPED, ASKED, RESUMED, second)
                .when(resume(1, "carol"), POLICY)
                .isRefused(new StopNotInForce(1));
        payouts()
                .given(STOPPED, ASKED, RESUMED, second)
                .when(new ResumePayouts(ALL, 2, resume(1, "carol").approval()), POLICY)
                .isRefused(new DigestDiffers(REQUEST.value()));
    }

    @Test
    void is_no_business_of_others() {
        payouts().when(STOP, BUSINESS).isRefused(new NotFound("PS:ALL"));
        payouts().when(STOP, AUDITOR).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.CHECKER, Role.POLICY)));
        payouts().given(STOPPED).when(ASK, CAROL).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        payouts()
                .given(STOPPED)
                .when(resume(1, "carol"), CAROL)
                .isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
    }

    private static ResumePayouts resume(int stopNo, String checker) {
        var digest = new ResumePayouts(ALL, stopNo, Optional.empty()).digest();
        var approval = new Approval(REQUEST, digest, "olga", List.of(checker), NOON.plus(Duration.ofHours(24)));
        return new ResumePayouts(ALL, stopNo, Optional.of(approval));
    }

    private static Scenario payouts() {
        return Scenario.of(new PureSwitch());
    }
}
