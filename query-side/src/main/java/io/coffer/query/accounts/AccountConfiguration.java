package io.coffer.query.accounts;

import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Projection accountProjection() {
        return new FoldedProjection<>(new AccountFolding());
    }
}
