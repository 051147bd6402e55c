package io.coffer.query.accounts;

import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Projection accountProjection() {
        return new FoldedProjection<>(new AccountFolding());
    }

    @Bean
    WorkList returnedPayouts() {
        return new WorkList("returned-payouts", AccountFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList expiringFreezes() {
        return new WorkList("expiring-freezes", AccountFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList holdbackClaims() {
        return new WorkList("holdback-claims", AccountFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList terminations() {
        return new WorkList("terminations", AccountFolding.NAME, Role.OPERATOR);
    }

    @Bean
    WorkList blockedClosures() {
        return new WorkList("blocked-closures", AccountFolding.NAME, Role.OPERATOR);
    }
}
