package io.coffer.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Tokens of an OIDC issuer elsewhere. Its keys are fetched with the first token and kept; it may start after us. */
@Conditional(OutsideIssuerConfiguration.Used.class)
class OutsideIssuerConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    JwtDecoder outsideTokens(SecuritySettings settings) {
        var checks = TokenChecks.of(settings.issuerUri(), settings.audience());
        var decoder = new SupplierJwtDecoder(() -> issuer(settings, checks));
        return new VerifiedTokens(decoder, Ticker.systemTicker());
    }

    private static JwtDecoder issuer(SecuritySettings settings, OAuth2TokenValidator<Jwt> checks) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuerUri())
                .validateType(false)
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(TokenChecks.ALGORITHMS);
                })
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(checks);
        return decoder;
    }

    static final class Used implements ConfigurationCondition {

        @Override
        public ConfigurationPhase getConfigurationPhase() {
            return ConfigurationPhase.PARSE_CONFIGURATION;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !OwnIssuer.isUsedBy(context.getEnvironment());
        }
    }
}
