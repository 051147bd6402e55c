package io.coffer.platform.openapi;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Fills in the first client on the page where its secret is the built-in one, which everybody knows anyway. */
final class TryItDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var isOwnIssuer =
                environment.getProperty("coffer.security.issuer-uri", "").isBlank();
        var isBuiltIn = !environment.containsProperty("coffer.security.clients.acme")
                && environment.getProperty("coffer.security.demo-clients", Boolean.class, true);
        if (isOwnIssuer && isBuiltIn) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "coffer-try-it",
                            Map.of(
                                    "springdoc.swagger-ui.oauth.client-id", "acme",
                                    "springdoc.swagger-ui.oauth.client-secret", "acme-secret")));
        }
    }
}
