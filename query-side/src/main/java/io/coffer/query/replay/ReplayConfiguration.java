package io.coffer.query.replay;

import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.database.Database;
import io.coffer.query.kernel.Moves;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.StoredJson;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The runner, its health and its figures. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Databases projectionDatabases(
            @Qualifier("owner") DataSource owner, @Qualifier("projections") DataSource rows, Database database) {
        return new Databases(owner, rows, database.runtime().user());
    }

    @Bean
    ProjectionRunner projectionRunner(
            StoreEngine engine,
            List<Projection> projections,
            StoredJson json,
            Databases databases,
            NewEvents news,
            Moves moves) {
        return new ProjectionRunner(
                projections, new Feeding(engine.log(databases.rows()), json, databases, news, moves));
    }

    @Bean
    Watch projectionWatch(StoreEngine engine, Databases databases) {
        return new Watch(databases, engine.log(databases.rows()), System::nanoTime);
    }

    @Bean
    ProjectionHealth projectionsHealth(Watch watch) {
        return new ProjectionHealth(watch);
    }

    @Bean
    ProjectionMetrics projectionMetrics(Watch watch, MeterRegistry registry) {
        return new ProjectionMetrics(watch, registry);
    }
}
