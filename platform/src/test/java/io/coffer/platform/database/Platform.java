package io.coffer.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Starts the database part of Coffer the way the application does; its server programs are unpacked once per build. */
final class Platform {

    private static final Path WORK = Path.of("target", "database-tests").toAbsolutePath();

    private Platform() {}

    static ConfigurableApplicationContext start(Map<String, String> properties, Class<?>... more) {
        var arguments = new HashMap<>(Map.of(
                "coffer.database.embedded-binaries", WORK.resolve("binaries").toString()));
        arguments.putAll(properties);
        return new SpringApplicationBuilder(DatabaseConfiguration.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    /** One server for the tests that leave it as they found it; Spring's shutdown hook stops it. */
    static ConfigurableApplicationContext shared() {
        return Shared.PLATFORM;
    }

    static ConfigurableApplicationContext startIn(Path data) {
        return start(Map.of(DataDirectory.PROPERTY, data.toString()));
    }

    /** Points at a running embedded server as if it were an operator's own. */
    static Map<String, String> outside(Database server) {
        return Map.of(
                "coffer.database.url", server.url(),
                "coffer.database.owner.user", server.owner().user(),
                "coffer.database.owner.password", server.owner().password(),
                "coffer.database.runtime.user", server.runtime().user(),
                "coffer.database.runtime.password", server.runtime().password());
    }

    static JdbcClient jdbc(ConfigurableApplicationContext context, String qualifier) {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), JdbcClient.class, qualifier);
    }

    static DataSource pool(ConfigurableApplicationContext context, String qualifier) {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), DataSource.class, qualifier);
    }

    static Path freshDirectory(String name) {
        var directory = WORK.resolve(name);
        try {
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(WORK);
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Shared {
        private static final ConfigurableApplicationContext PLATFORM = startIn(freshDirectory("shared"));
    }
}
