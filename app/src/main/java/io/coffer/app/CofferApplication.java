package io.coffer.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The one program. Its property {@code coffer.side} says which part of Coffer the process is. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.coffer.app", "io.coffer.platform"},
        useDefaultFilters = false,
        includeFilters = @Filter(Configuration.class))
@ComponentScan(
        basePackages = {"io.coffer.command", "io.coffer.query"},
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = CofferApplication.ENTRANCES))
public class CofferApplication {

    /** A side has one entrance; what else belongs to it, its own configuration says. */
    static final String ENTRANCES = "io\\.coffer\\.(command\\.CommandSide|query\\.QuerySide)Configuration";

    public static void main(String[] arguments) {
        // Axon calls home, and advertises, from static places that no application property reaches.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(CofferApplication.class, arguments);
    }
}
