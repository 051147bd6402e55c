package io.coffer.command.promotions;

import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The slice of promotions. */
@Configuration(proxyBeanMethods = false)
@Import(CampaignController.class)
public class PromotionsConfiguration {

    @Bean
    SliceHandlers promotionCampaigns() {
        return new SliceHandlers(PromotionCampaign.class);
    }

    @Bean
    Policy campaignPolicy() {
        return new CampaignPolicy();
    }
}
