package io.coffer.command.approvals;

import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time of an approval request")
class ApprovalDeadlinesTest {

    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofRelease(Sale.ACCOUNT, "R-1");
    private static final ApprovalSubject SUBJECT =
            new ApprovalSubject.Release(Sale.ACCOUNT, "R-1", "S-1", Money.yuan(50_000));

    private final ApprovalDeadlines deadlines = new ApprovalDeadlines();

    @Test
    void is_over_when_its_proposal_said_so() {
        var expiry = NOON.plus(Duration.ofHours(24));
        var proposed = new ApprovalProposed(REQUEST, SUBJECT, SUBJECT.digest(), "mary", 1, expiry);

        assertThat(deadlines.after(proposed, NOON)).containsExactly(new DeadlineChange.Set("approval.expiry", expiry));
    }

    @Test
    void runs_on_until_the_approval_was_made_use_of() {
        var approval = new Approval(REQUEST, SUBJECT.digest(), "mary", List.of("carol"), NOON);

        assertThat(deadlines.after(new ApprovalGranted(REQUEST, "carol"), NOON)).isEmpty();
        assertThat(deadlines.after(new ApprovalCompleted(REQUEST, SUBJECT, approval), NOON))
                .isEmpty();
        assertThat(deadlines.after(new AccountClosed(Sale.ACCOUNT), NOON)).isEmpty();
    }

    @Test
    void matters_no_more_after_its_end() {
        assertThat(deadlines.after(new ApprovalUsed(REQUEST), NOON))
                .containsExactly(new DeadlineChange.Clear("approval.expiry"));
        assertThat(deadlines.after(new ApprovalDeclined(REQUEST, SUBJECT, "carol", "DOUBTS"), NOON))
                .containsExactly(new DeadlineChange.Clear("approval.expiry"));
        assertThat(deadlines.after(new ApprovalWithdrawn(REQUEST, "ANSWERED"), NOON))
                .containsExactly(new DeadlineChange.Clear("approval.expiry"));
        assertThat(deadlines.after(new ApprovalExpired(REQUEST, SUBJECT), NOON))
                .containsExactly(new DeadlineChange.Clear("approval.expiry"));
    }
}
