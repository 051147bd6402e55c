package io.coffer.query.promotions;

import io.coffer.query.kernel.FoldedProjection;
import io.coffer.query.kernel.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of this slice. */
@Configuration(proxyBeanMethods = false)
class PromotionConfiguration {

    @Bean
    Projection campaignProjection() {
        return new FoldedProjection<>(new CampaignFolding());
    }
}
