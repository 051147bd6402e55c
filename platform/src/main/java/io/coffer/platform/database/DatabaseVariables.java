package io.coffer.platform.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets the short variables of the README stand for the properties; any other source of a property wins. */
final class DatabaseVariables implements EnvironmentPostProcessor {

    private static final Map<String, Object> VARIABLES = Map.of(
            "coffer.database.url", "${COFFER_DB_URL:}",
            "coffer.database.owner.user", "${COFFER_DB_OWNER_USER:}",
            "coffer.database.owner.password", "${COFFER_DB_OWNER_PASSWORD:}",
            "coffer.database.runtime.user", "${COFFER_DB_USER:}",
            "coffer.database.runtime.password", "${COFFER_DB_PASSWORD:}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("coffer-database-variables", VARIABLES));
    }
}
