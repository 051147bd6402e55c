package io.coffer.benchmarks.http;

import io.coffer.benchmarks.append.TimeLimits;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.interceptors.TransactionManagingInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What Axon's auto-configuration puts around every command and the program leaves out, for the contender that is as Axon
 * configures it: a transaction of the database as long as the unit of work, and a time limit for that unit.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(AxonDefaults.PROPERTY)
public class AxonDefaults {

    public static final String PROPERTY = "coffer.benchmarks.axon-defaults";

    @Bean
    SmartInitializingSingleton aroundEveryCommand(
            CommandBus bus, @Qualifier("store") PlatformTransactionManager transactions) {
        var transaction = new TransactionManagingInterceptor<>(new SpringTransactionManager(transactions));
        return () -> {
            var _ = bus.registerHandlerInterceptor(transaction);
            TimeLimits.on(bus);
        };
    }

    @Bean
    static BeanPostProcessor storeInTheTransactionOfTheCommand() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("storeDataSource") ? new JoinedTransactions((DataSource) bean) : bean;
            }
        };
    }
}
