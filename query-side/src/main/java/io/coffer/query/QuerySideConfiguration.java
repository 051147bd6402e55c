package io.coffer.query;

import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.ConditionalOnSide;
import io.coffer.platform.Side;
import io.coffer.platform.events.EventJson;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Moves;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.StoredJson;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entrance of the query side. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSide(Side.QUERY)
@ComponentScan("io.coffer.query")
public class QuerySideConfiguration {

    @Bean
    StoredJson storedJson(EventJson json) {
        return new StoredJson(json);
    }

    @Bean
    BookedLog bookedLog(StoreEngine engine, @Qualifier("reads") DataSource reads, StoredJson json) {
        return new BookedLog(engine.log(reads), json);
    }

    @Bean
    Moves moves() {
        return new Moves();
    }

    @Bean
    Reads queryReads(@Qualifier("reads") JdbcClient jdbc, List<Projection> projections, Moves moves) {
        return new Reads(jdbc, projections, moves);
    }
}
