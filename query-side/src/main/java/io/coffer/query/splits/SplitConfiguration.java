package io.coffer.query.splits;

import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class SplitConfiguration {

    @Bean
    Projection splitProjection() {
        return new FoldedProjection<>(new SplitFolding());
    }
}
