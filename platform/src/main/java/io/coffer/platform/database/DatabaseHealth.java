package io.coffer.platform.database;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Asks the guard's questions again: a setting that an operator took away while we run turns health red. */
final class DatabaseHealth implements HealthIndicator {

    private final DataSource source;
    private final Database database;

    DatabaseHealth(DataSource source, Database database) {
        this.source = source;
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return judge(ServerFacts.read(source, database.owner()));
        } catch (DataAccessException unreachable) {
            return Health.down()
                    .withDetail("reason", "the database does not answer")
                    .build();
        }
    }

    private Health judge(ServerFacts facts) {
        var health = Health.up();
        facts.objection().ifPresent(objection -> health.down().withDetail("reason", objection));
        return health.withDetail("server", "PostgreSQL " + facts.version())
                .withDetail("embedded", database.isEmbedded())
                .withDetail("checksums", facts.hasChecksums() ? "on" : "off: a flipped bit would go unnoticed")
                .withDetail("synchronousCommit", facts.synchronousCommit())
                .build();
    }
}
