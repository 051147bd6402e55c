package io.coffer.query.approvals;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    @Bean
    Projection approvalProjection() {
        return new FoldedProjection<>(new ApprovalFolding());
    }

    @Bean
    WorkList undecidedApprovals() {
        return new WorkList("approvals", ApprovalFolding.NAME, Role.CHECKER);
    }
}
