package io.coffer.platform.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Spring's properties as the edge needs them; any other source of a property wins. */
final class EdgeDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.web.resources.add-mappings", "false"),
            // A stream of 64 MB may take as long as its body limit allows.
            Map.entry("spring.mvc.async.request-timeout", "31m"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus,metrics"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("logging.level.org.springdoc.core.events.SpringDocAppInitializer", "ERROR"),
            Map.entry("logging.pattern.correlation", "[%X{traceId:-}] "),
            Map.entry("springdoc.api-docs.path", "/openapi"),
            Map.entry("springdoc.api-docs.version", "openapi_3_1"),
            Map.entry("springdoc.swagger-ui.path", "/docs"),
            Map.entry("springdoc.swagger-ui.doc-expansion", "none"),
            Map.entry("springdoc.swagger-ui.persist-authorization", "false"),
            Map.entry("springdoc.default-produces-media-type", "application/json"),
            Map.entry("springdoc.default-consumes-media-type", "application/json"),
            Map.entry("springdoc.override-with-generic-response", "false"),
            Map.entry("springdoc.writer-with-order-by-keys", "true"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("coffer-edge-defaults", DEFAULTS));
    }
}
