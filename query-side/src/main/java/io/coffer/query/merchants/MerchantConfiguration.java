package io.coffer.query.merchants;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this slice, and the work that it shows. */
@Configuration(proxyBeanMethods = false)
class MerchantConfiguration {

    @Bean
    Projection feeAccountProjection() {
        return new FoldedProjection<>(new FeeAccountFolding());
    }

    @Bean
    Projection contractProjection() {
        return new FoldedProjection<>(new ContractFolding());
    }

    @Bean
    WorkList feeReceivables() {
        return new WorkList("fee-receivables", FeeAccountFolding.NAME, Role.OPERATOR);
    }
}
