package io.coffer.benchmarks.http;

import io.coffer.benchmarks.append.TimeLimits;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets Axon's time limits, which the program leaves out, for the contender that is as Axon configures it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TimeLimited.PROPERTY)
public class TimeLimited {

    public static final String PROPERTY = "coffer.benchmarks.time-limits";

    @Bean
    SmartInitializingSingleton timeLimits(CommandBus bus) {
        return () -> TimeLimits.on(bus);
    }
}
