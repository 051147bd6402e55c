package io.coffer.query.payouts;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this slice. */
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

    @Bean
    Projection payoutProjection() {
        return new FoldedProjection<>(new PayoutFolding());
    }

    @Bean
    Projection switchProjection() {
        return new FoldedProjection<>(new SwitchFolding());
    }

    @Bean
    WorkList unknownPayouts() {
        return new WorkList("unknown-payouts", PayoutFolding.NAME, Role.OPERATOR);
    }
}
