package io.coffer.command.approvals;

import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.CARL;
import static io.coffer.command.kernel.People.CAROL;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalCommand.MarkUsed;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalCommand.WithdrawApproval;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import io.coffer.api.approvals.ApprovalRejection.AlreadyApprovedByYou;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.CheckerIsMaker;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An approval request")
class ApprovalRulesTest {

    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofRelease(Sale.ACCOUNT, "R-1");
    private static final ApprovalSubject SUBJECT =
            new ApprovalSubject.Release(Sale.ACCOUNT, "R-1", "S-1", Money.yuan(1_000_001));
    private static final Instant EXPIRY = NOON.plus(Duration.ofHours(24));
    private static final Actor MAKER = Actor.institution("mary", Set.of(Role.CHECKER, Role.OPERATOR));
    private static final ProposeApproval PROPOSE = new ProposeApproval(REQUEST, SUBJECT, "mary", 2);
    private static final Approve APPROVE = new Approve(REQUEST);
    private static final Decline DECLINE = new Decline(REQUEST, "DOUBTS");
    private static final MarkUsed USE = new MarkUsed(REQUEST);
    private static final ExpireApproval EXPIRE = new ExpireApproval(REQUEST);
    private static final ApprovalEvent.ApprovalExpired EXPIRED = new ApprovalEvent.ApprovalExpired(REQUEST, SUBJECT);
    private static final WithdrawApproval WITHDRAW = new WithdrawApproval(REQUEST, "ANSWERED");
    private static final ApprovalWithdrawn WITHDRAWN = new ApprovalWithdrawn(REQUEST, "ANSWERED");
    private static final Duration DAYS = Duration.ofDays(3);

    private static final ApprovalProposed FOR_ONE = proposed(1);
    private static final ApprovalProposed FOR_TWO = proposed(2);
    private static final ApprovalGranted BY_CAROL = new ApprovalGranted(REQUEST, "carol");
    private static final ApprovalDeclined DECLINED = new ApprovalDeclined(REQUEST, SUBJECT, "carol", "DOUBTS");

    @Test
    void is_bound_to_the_exact_command_for_a_day() {
        request().when(PROPOSE, POLICY).records(FOR_TWO);
        request().given(FOR_TWO).when(PROPOSE, POLICY).isRefused(new AlreadyExists(REQUEST.value()));
        request().when(PROPOSE, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void of_one_checker_is_complete_with_the_first() {
        request().given(FOR_ONE).when(APPROVE, CAROL).records(completed("carol"));
    }

    @Test
    void of_two_checkers_is_complete_with_the_second_other_person() {
        request().given(FOR_TWO).when(APPROVE, CAROL).records(BY_CAROL);
        request().given(FOR_TWO, BY_CAROL).when(APPROVE, CAROL).isRefused(new AlreadyApprovedByYou("carol"));
        request().given(FOR_TWO, BY_CAROL).when(APPROVE, CARL).records(completed("carol", "carl"));
    }

    @Test
    void is_never_decided_by_its_maker() {
        request().given(FOR_TWO).when(APPROVE, MAKER).isRefused(new CheckerIsMaker("mary"));
        request().given(FOR_TWO).when(DECLINE, MAKER).isRefused(new CheckerIsMaker("mary"));
        request().given(FOR_TWO, BY_CAROL).when(APPROVE, MAKER).isRefused(new CheckerIsMaker("mary"));
    }

    @Test
    void expires_after_a_day_to_the_moment() {
        request()
                .given(FOR_ONE)
                .after(Duration.ofHours(24).minusNanos(1))
                .when(APPROVE, CAROL)
                .records(completed("carol"));
        request()
                .given(FOR_ONE)
                .after(Duration.ofHours(24))
                .when(APPROVE, CAROL)
                .isRefused(new ApprovalExpired(EXPIRY));
    }

    @Test
    void ends_with_the_first_refusal() {
        request().given(FOR_TWO).when(DECLINE, CAROL).records(DECLINED);
        request().given(FOR_TWO, DECLINED).when(DECLINE, CARL).changesNothing();
        request()
                .given(FOR_TWO, DECLINED)
                .when(APPROVE, CARL)
                .isRefused(new NotInThisState("DECLINED", List.of("PROPOSED")));
    }

    @Test
    void that_is_complete_is_decided() {
        var approved = new NotInThisState("APPROVED", List.of("PROPOSED"));

        request().given(FOR_ONE, completed("carol")).when(APPROVE, CARL).isRefused(approved);
        request().given(FOR_ONE, completed("carol")).when(DECLINE, CARL).isRefused(approved);
    }

    @Test
    void ends_by_itself_when_its_day_is_over_to_the_moment() {
        request()
                .given(FOR_TWO, BY_CAROL)
                .after(Duration.ofHours(24).minusNanos(1))
                .when(EXPIRE, POLICY)
                .changesNothing();
        request()
                .given(FOR_TWO, BY_CAROL)
                .after(Duration.ofHours(24))
                .when(EXPIRE, POLICY)
                .records(EXPIRED);
        request().given(FOR_TWO, EXPIRED).when(EXPIRE, POLICY).changesNothing();
        request().given(FOR_TWO, DECLINED).after(DAYS).when(EXPIRE, POLICY).changesNothing();
    }

    @Test
    void ends_by_itself_when_nobody_made_use_of_it_in_time() {
        request().given(FOR_ONE, completed("carol")).when(EXPIRE, POLICY).changesNothing();
        request()
                .given(FOR_ONE, completed("carol"))
                .after(DAYS)
                .when(EXPIRE, POLICY)
                .records(EXPIRED);
        request()
                .given(FOR_ONE, completed("carol"), new ApprovalUsed(REQUEST))
                .after(DAYS)
                .when(EXPIRE, POLICY)
                .changesNothing();
        request().given(FOR_ONE, completed("carol"), EXPIRED).when(USE, POLICY).changesNothing();
    }

    @Test
    void that_ended_by_itself_is_decided_by_nobody() {
        request().given(FOR_TWO, EXPIRED).when(APPROVE, CAROL).isRefused(new ApprovalExpired(EXPIRY));
        request()
                .given(FOR_TWO, EXPIRED)
                .when(DECLINE, CAROL)
                .isRefused(new NotInThisState("EXPIRED", List.of("PROPOSED")));
        request().given(FOR_TWO).after(DAYS).when(EXPIRE, CAROL).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        request().when(EXPIRE, POLICY).isRefused(new NotFound(REQUEST.value()));
        assertImpossible(() -> request().given(FOR_TWO, EXPIRED, BY_CAROL));
        assertImpossible(() -> request().given(FOR_TWO, DECLINED, EXPIRED));
    }

    @Test
    void is_used_once() {
        request().given(FOR_ONE, completed("carol")).when(USE, POLICY).records(new ApprovalUsed(REQUEST));
        request()
                .given(FOR_ONE, completed("carol"), new ApprovalUsed(REQUEST))
                .when(USE, POLICY)
                .changesNothing();
        request().given(FOR_ONE).when(USE, POLICY).changesNothing();
        request().given(FOR_ONE, DECLINED).when(USE, POLICY).changesNothing();
    }

    @Test
    void is_decided_by_checkers_who_may_see_it() {
        var checkers = new NotPermitted(Set.of(Role.CHECKER));

        request().given(FOR_TWO).when(APPROVE, AUDITOR).isRefused(checkers);
        request().given(FOR_TWO).when(DECLINE, BUSINESS).isRefused(checkers);
        request().given(FOR_TWO).when(USE, CAROL).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        request().given(FOR_TWO).when(APPROVE, STRANGER).isRefused(new NotFound(REQUEST.value()));
        request().given(FOR_TWO).when(DECLINE, STRANGER).isRefused(new NotFound(REQUEST.value()));
    }

    @Test
    void ends_when_its_question_has_answered_itself() {
        request().given(FOR_TWO, BY_CAROL).when(WITHDRAW, POLICY).records(WITHDRAWN);
        request().given(FOR_ONE, completed("carol")).when(WITHDRAW, POLICY).records(WITHDRAWN);
        request()
                .given(FOR_ONE, completed("carol"), new ApprovalUsed(REQUEST))
                .when(WITHDRAW, POLICY)
                .changesNothing();
        request().given(FOR_ONE, DECLINED).when(WITHDRAW, POLICY).changesNothing();
        request().given(FOR_ONE, EXPIRED).when(WITHDRAW, POLICY).changesNothing();
        request().given(FOR_ONE, WITHDRAWN).when(WITHDRAW, POLICY).changesNothing();
        request().when(WITHDRAW, POLICY).isRefused(new NotFound(REQUEST.value()));
        request().given(FOR_ONE).when(WITHDRAW, CAROL).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void that_was_withdrawn_is_decided_by_nobody() {
        var refusal = new NotInThisState("WITHDRAWN", List.of("PROPOSED"));
        request().given(FOR_ONE, WITHDRAWN).when(APPROVE, CAROL).isRefused(refusal);
        request().given(FOR_ONE, WITHDRAWN).when(DECLINE, CAROL).isRefused(refusal);
        request().given(FOR_ONE, WITHDRAWN).after(DAYS).when(EXPIRE, POLICY).changesNothing();
        request().given(FOR_ONE, WITHDRAWN).when(USE, POLICY).changesNothing();
        assertImpossible(() -> request().given(FOR_ONE, WITHDRAWN, BY_CAROL));
    }

    @Test
    void does_not_exist_before_it_was_made() {
        request().when(APPROVE, CAROL).isRefused(new NotFound(REQUEST.value()));
        request().when(DECLINE, CAROL).isRefused(new NotFound(REQUEST.value()));
        request().when(USE, POLICY).isRefused(new NotFound(REQUEST.value()));
    }

    @Test
    void knows_no_history_in_another_order() {
        assertImpossible(() -> request().given(BY_CAROL));
        assertImpossible(() -> request().given(FOR_ONE, FOR_ONE));
        assertImpossible(() -> request().given(FOR_ONE, new ApprovalUsed(REQUEST)));
        assertImpossible(() -> request().given(FOR_ONE, DECLINED, BY_CAROL));
        assertImpossible(() -> request().given(FOR_ONE, completed("carol"), BY_CAROL));
    }

    private static void assertImpossible(ThrowingCallable history) {
        assertThatThrownBy(history).isInstanceOf(IllegalStateException.class);
    }

    private static ApprovalProposed proposed(int checkers) {
        return new ApprovalProposed(REQUEST, SUBJECT, SUBJECT.digest(), "mary", checkers, EXPIRY);
    }

    private static ApprovalCompleted completed(String... checkers) {
        return new ApprovalCompleted(
                REQUEST, SUBJECT, new Approval(REQUEST, SUBJECT.digest(), "mary", List.of(checkers), EXPIRY));
    }

    private static Scenario request() {
        return Scenario.of(new PureApproval());
    }
}
