package io.coffer.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.ConditionalOnSide;
import io.coffer.platform.Side;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The database of both sides: started or found, guarded, migrated, and the store's connections. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide({Side.COMMAND, Side.QUERY})
@EnableConfigurationProperties(DatabaseProperties.class)
@Import({DataDirectoryConfiguration.class, CommandDatabaseConfiguration.class, QueryDatabaseConfiguration.class})
public class DatabaseConfiguration {

    // Spring closes the embedded server after the pools, which depend on it.
    @Bean
    Database database(DataDirectory data, DatabaseProperties properties) {
        return properties.isEmbedded() ? EmbeddedDatabase.start(data, properties) : OutsideDatabase.of(properties);
    }

    @Bean
    ReadyDatabase readyDatabase(
            Database database,
            DatabaseProperties properties,
            ObjectProvider<BuiltInSecret> secrets,
            Environment environment) {
        var guard = new DatabaseGuard(
                properties.requireChecksums(), secrets.stream().toList());
        return ReadyDatabase.prepare(database, guard, new SchemaMigrations(Side.of(environment)));
    }

    @Bean
    @Qualifier("store")
    HikariDataSource storeDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.STORE.open(database, properties);
    }

    @Bean
    StoreEngine storeEngine(Environment environment, @Qualifier("store") DataSource source) {
        return ChosenEngine.checked(ChosenEngine.of(environment), source);
    }

    @Bean
    EventLog eventLog(StoreEngine engine, @Qualifier("store") DataSource source) {
        return engine.log(source);
    }

    @Bean
    @Qualifier("store")
    PlatformTransactionManager storeTransactions(@Qualifier("store") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Qualifier("store")
    JdbcClient storeJdbc(@Qualifier("store") DataSource source) {
        return JdbcClient.create(source);
    }

    // A connection of its own, outside every pool.
    @Bean
    NewEvents newEvents(StoreEngine engine, ReadyDatabase ready) {
        var database = ready.database();
        return engine.newEvents(database.unpooled(database.runtime()));
    }

    @Bean
    DatabaseHealth databaseHealth(@Qualifier("store") DataSource source, Database database) {
        return new DatabaseHealth(source, database);
    }
}
