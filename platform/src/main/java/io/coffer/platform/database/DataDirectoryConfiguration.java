package io.coffer.platform.database;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Apart from the database, because the issuer keeps files too. */
@Configuration(proxyBeanMethods = false)
class DataDirectoryConfiguration {

    @Bean
    DataDirectory dataDirectory(Environment environment) {
        return new DataDirectory(Path.of(environment.getProperty(DataDirectory.PROPERTY, "data")));
    }
}
