package io.coffer.query.audit;

import io.coffer.query.kernel.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Projection feedProjection() {
        return new FeedProjection();
    }
}
