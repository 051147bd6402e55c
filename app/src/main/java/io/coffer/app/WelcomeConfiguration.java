package io.coffer.app;

import io.coffer.platform.Side;
import io.coffer.platform.database.DataDirectory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Greets whoever started the program, once it answers. */
@Configuration(proxyBeanMethods = false)
class WelcomeConfiguration {

    private final Environment environment;

    WelcomeConfiguration(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.print(new Welcome(
                            Side.of(environment),
                            "http://localhost:" + port,
                            environment.getProperty(EmbeddedBankAddress.URL, ""),
                            embeddedData())
                    .text());
        }
    }

    private String embeddedData() {
        return environment.getProperty("coffer.database.url", "").isBlank()
                ? environment.getProperty(DataDirectory.PROPERTY, "data")
                : "";
    }
}
