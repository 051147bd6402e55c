package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.platform.database.Database;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.StoredJson;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The runner and its health. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Databases projectionDatabases(
            @Qualifier("owner") DataSource owner, @Qualifier("projections") DataSource rows, Database database) {
        return new Databases(owner, rows, database.runtime().user());
    }

    @Bean
    ProjectionRunner projectionRunner(List<Projection> projections, StoredJson json, Databases databases) {
        return new ProjectionRunner(projections, new EventLog(databases.rows()), json, databases);
    }

    @Bean
    ProjectionHealth projectionsHealth(Databases databases) {
        return new ProjectionHealth(databases);
    }
}
