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

/** The query side's connections: reads that can only read, projections, and the owner of their generations. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide(Side.QUERY)
class QueryDatabaseConfiguration {

    @Bean
    @Qualifier("reads")
    HikariDataSource readsDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.READS.open(database, properties);
    }

    @Bean
    @Qualifier("reads")
    PlatformTransactionManager readsTransactions(@Qualifier("reads") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Qualifier("reads")
    JdbcClient readsJdbc(@Qualifier("reads") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Qualifier("projections")
    HikariDataSource projectionsDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.PROJECTIONS.open(database, properties);
    }

    @Bean
    @Qualifier("projections")
    PlatformTransactionManager projectionsTransactions(@Qualifier("projections") DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    @Qualifier("projections")
    JdbcClient projectionsJdbc(@Qualifier("projections") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Qualifier("owner")
    HikariDataSource ownerDataSource(ReadyDatabase database, DatabaseProperties properties) {
        return Pool.OWNER.open(database, properties);
    }
}
