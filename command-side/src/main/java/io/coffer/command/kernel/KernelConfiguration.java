package io.coffer.command.kernel;

import io.coffer.api.ledger.PostingRules;
import io.coffer.api.ledger.Postings;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.OperationKeys;
import io.coffer.platform.database.Leadership;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventReader;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.vault.Vault;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires dispatch, policies and deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@Import(AxonConfiguration.class)
public class KernelConfiguration {

    @Bean
    PostingRules currentPostingRules() {
        return Postings.version(Postings.CURRENT);
    }

    @Bean
    AggregateCache aggregateCache(CommandProperties properties) {
        return new AggregateCache(properties.aggregates().cached());
    }

    @Bean
    AggregateSource aggregateSource(@Qualifier("store") DataSource store, EventReader reader, AggregateCache cache) {
        return new AggregateSource(new EventLog(store), reader, cache);
    }

    @Bean
    Operations operations(
            CommandBus commands,
            @Qualifier("store") DataSource store,
            EventCatalog catalog,
            CofferClock clock,
            NewEvents news) {
        var earlier = new EarlierAnswers(new OperationKeys(store), new EventLog(store));
        return new Operations(commands, earlier, catalog, clock, news);
    }

    @Bean
    Histories histories(@Qualifier("store") DataSource store, EventReader reader) {
        return new Histories(new EventLog(store), reader);
    }

    @Bean
    CustodyAccounts custodyAccounts(CommandProperties properties) {
        return new CustodyAccounts(properties.accounts());
    }

    @Bean
    Tokens tokens(Vault vault) {
        return new Tokens(vault);
    }

    @Bean
    DigestKey digestKey(Vault vault) {
        return new DigestKey(vault);
    }

    @Bean
    PolicyTables policyTables(
            @Qualifier("policies") JdbcClient jdbc,
            @Qualifier("policies") PlatformTransactionManager transactions,
            List<DeadlineRule> rules) {
        return new PolicyTables(jdbc, new TransactionTemplate(transactions), rules, Clock.systemUTC());
    }

    @Bean
    PolicyRunner policyRunner(
            @Qualifier("store") DataSource store,
            @Qualifier("policies") DataSource policyConnections,
            EventReader reader,
            List<Policy> policies,
            PolicyTables tables,
            Operations operations,
            NewEvents news,
            CommandProperties properties) {
        var log = new EventLog(store);
        return new PolicyRunner(
                log,
                reader,
                new PolicyDispatch(policies, operations, tables, log, reader),
                tables,
                new Leadership(policyConnections, "coffer.policies"),
                news,
                properties.policies().enabled());
    }

    @Bean
    DeadlineSweeper deadlineSweeper(
            @Qualifier("policies") JdbcClient jdbc,
            CofferClock clock,
            List<DueTaskHandler> handlers,
            CommandProperties properties) {
        var times = properties.deadlines();
        return new DeadlineSweeper(
                jdbc, clock, handlers, new DeadlineSweeper.SweepTimes(times.firstWait(), times.longestWait()));
    }

    @Bean
    DeadlineSchedule deadlineSchedule(
            @Qualifier("policies") DataSource connections, DeadlineSweeper sweeper, CommandProperties properties) {
        return new DeadlineSchedule(connections, sweeper, properties.policies().enabled());
    }

    @Bean
    PolicyHealth policyHealth(PolicyTables tables, PolicyRunner runner, @Qualifier("store") DataSource store) {
        return new PolicyHealth(tables, runner, new EventLog(store), System::nanoTime);
    }

    @Bean
    CommandMetrics commandMetrics(AggregateCache cache, PolicyTables tables, @Qualifier("store") DataSource store) {
        return new CommandMetrics(cache, tables, new EventLog(store));
    }

    @Bean
    WebMvcConfigurer callMvc(DigestKey key) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallArgument(key.bytes()));
            }
        };
    }
}
