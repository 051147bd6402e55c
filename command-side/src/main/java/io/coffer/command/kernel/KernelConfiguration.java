package io.coffer.command.kernel;

import io.coffer.api.ledger.PostingRules;
import io.coffer.api.ledger.Postings;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.database.Leadership;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventReader;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.vault.Vault;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires dispatch, policies and deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@Import(AxonConfiguration.class)
public class KernelConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KernelConfiguration.class);

    @Bean
    PostingRules currentPostingRules() {
        return Postings.version(Postings.CURRENT);
    }

    @Bean
    AggregateCache aggregateCache(CommandProperties properties) {
        return new AggregateCache(properties.aggregates().cached());
    }

    @Bean
    AggregateSource aggregateSource(EventLog log, EventReader reader, AggregateCache cache) {
        return new AggregateSource(log, reader, cache);
    }

    @Bean
    Operations operations(
            CommandBus commands,
            StoreEngine engine,
            @Qualifier("store") DataSource store,
            EventLog log,
            EventCatalog catalog,
            CofferClock clock,
            NewEvents news) {
        var earlier = new EarlierAnswers(engine.operationKeys(store), log);
        return new Operations(commands, earlier, catalog, clock, news);
    }

    @Bean
    Histories histories(EventLog log, EventReader reader) {
        return new Histories(log, reader);
    }

    @Bean
    CustodyAccounts custodyAccounts(CommandProperties properties) {
        return new CustodyAccounts(properties.accounts(), properties.weaklyNoticed(), properties.ownFundAccounts());
    }

    @Bean
    BankCalls bankCalls(CommandProperties properties, Environment environment, JsonMapper json) {
        return new BankCalls(
                () -> environment.getRequiredProperty("coffer.bank.url"),
                properties.bank().callTimeout(),
                json);
    }

    @Bean
    Channels channels(CommandProperties properties, Tokens tokens) {
        properties.channelFees().entrySet().stream()
                .filter(channel -> channel.getValue().isEmpty())
                .forEach(channel -> LOG.warn(
                        "Nothing is agreed in coffer.channels of what orders by {} may cost: all of them are refused",
                        channel.getKey()));
        return new Channels(
                properties.channelTerms(),
                properties.channelFees(),
                properties.feesOfTransfers(),
                properties.settling(),
                tokens);
    }

    @Bean
    CourtAccounts courtAccounts(CommandProperties properties, Tokens tokens) {
        return new CourtAccounts(properties.courtAccounts(), tokens);
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
            List<DeadlineRule> rules,
            List<Lookup> lookups) {
        return new PolicyTables(jdbc, new TransactionTemplate(transactions), rules, lookups, Clock.systemUTC());
    }

    @Bean
    PolicyRunner policyRunner(
            EventLog log,
            @Qualifier("policies") DataSource policyConnections,
            EventReader reader,
            List<Policy> policies,
            PolicyTables tables,
            Operations operations,
            NewEvents news,
            CommandProperties properties) {
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
    PolicyHealth policyHealth(PolicyTables tables, PolicyRunner runner, EventLog log) {
        return new PolicyHealth(tables, runner, log, System::nanoTime);
    }

    @Bean
    CommandMetrics commandMetrics(AggregateCache cache, PolicyTables tables, EventLog log) {
        return new CommandMetrics(cache, tables, log);
    }

    @Bean
    StoreHealth storeHealth(EventStorageEngine engine, NewEvents news) {
        return new StoreHealth(engine, news);
    }

    @Bean
    StoreMetrics storeMetrics(EventStorageEngine engine) {
        return new StoreMetrics(engine);
    }

    @Bean
    WebMvcConfigurer callMvc(DigestKey key) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallArgument(key.digests()));
            }
        };
    }
}
