package io.coffer.benchmarks.http;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The program's command side as {@code app} starts it, and beside it a handler that does nothing. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "io.coffer.platform",
        useDefaultFilters = false,
        includeFilters = @Filter(Configuration.class))
@ComponentScan(
        basePackages = "io.coffer.command",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.coffer\\.command\\.CommandSideConfiguration"))
@Import({EmptyHandler.class, AxonDefaults.class})
public class ServedCommandSide {

    public static void main(String[] arguments) {
        SpringApplication.run(ServedCommandSide.class, arguments);
    }
}
