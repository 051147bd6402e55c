package io.coffer.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.coffer.platform.ConditionalOnSide;
import io.coffer.platform.Side;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side's own tables, and apart from them the tokens of its policies. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide(Side.COMMAND)
class CommandDatabaseConfiguration {

    @Bean
    @Qualifier("command")
    HikariDataSource commandDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.COMMAND.open(database, properties);
    }

    @Bean
    @Qualifier("command")
    PlatformTransactionManager commandTransactions(@Qualifier("command") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Qualifier("command")
    JdbcClient commandJdbc(@Qualifier("command") DataSource source) {
        return JdbcClient.create(source);
    }

    // A policy waits for the commands it sends; with the commands' own connections it could wait for itself.
    @Bean
    @Qualifier("policies")
    HikariDataSource policiesDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.POLICIES.open(database, properties);
    }

    @Bean
    @Qualifier("policies")
    PlatformTransactionManager policiesTransactions(@Qualifier("policies") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Qualifier("policies")
    JdbcClient policiesJdbc(@Qualifier("policies") DataSource source) {
        return JdbcClient.create(source);
    }
}
