package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalCommand.ExpireApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.command.kernel.CompletedApprovals;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.command.kernel.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of approvals. */
@Configuration(proxyBeanMethods = false)
@Import(ApprovalController.class)
public class ApprovalsConfiguration {

    @Bean
    SliceHandlers approvalRequests() {
        return new SliceHandlers(ApprovalRequest.class);
    }

    @Bean
    Policy approvalPolicy() {
        return new ApprovalPolicy();
    }

    @Bean
    DeadlineRule approvalDeadlines() {
        return new ApprovalDeadlines();
    }

    @Bean
    DueTaskHandler approvalSweep(Operations operations) {
        return new Sweep(
                "approval-sweep",
                ApprovalDeadlines.EXPIRY::equals,
                task -> new ExpireApproval(new ApprovalRequestId(task.aggregateId())),
                operations);
    }

    @Bean
    CompletedApprovals completedApprovals(Histories histories) {
        return new ApprovalLookup(histories);
    }
}
