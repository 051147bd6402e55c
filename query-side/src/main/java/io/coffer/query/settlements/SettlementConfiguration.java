package io.coffer.query.settlements;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice, and the work that it shows. */
@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

    @Bean
    Projection settlementProjection() {
        return new FoldedProjection<>(new SettlementFolding());
    }

    @Bean
    WorkList settlementDifferences() {
        return new WorkList("settlement-differences", SettlementFolding.NAME, Role.OPERATOR);
    }
}
