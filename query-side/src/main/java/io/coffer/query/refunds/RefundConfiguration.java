package io.coffer.query.refunds;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice, and the work that it shows. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    Projection refundProjection() {
        return new FoldedProjection<>(new RefundFolding());
    }

    @Bean
    WorkList waitingRefunds() {
        return new WorkList("refunds-waiting", RefundFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList pendingRecoveries() {
        return new WorkList("recovery-pending", RefundFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList unknownRefunds() {
        return new WorkList("refunds-unknown", RefundFolding.NAME, Role.OPERATOR);
    }
}
