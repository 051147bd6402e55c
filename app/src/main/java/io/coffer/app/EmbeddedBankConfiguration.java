package io.coffer.app;

import io.coffer.platform.time.CofferClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(EmbeddedBankAddress.PORT)
class EmbeddedBankConfiguration {

    @Bean
    EmbeddedBank embeddedBank(Environment environment, CofferClock clock) {
        return new EmbeddedBank(environment, clock);
    }
}
