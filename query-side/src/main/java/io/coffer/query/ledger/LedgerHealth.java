package io.coffer.query.ledger;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells how many alarms each equation has had, and since when. Never red: what must stop has been stopped by then, and what
 * differs for one merchant must not take everybody's service away.
 */
final class LedgerHealth implements HealthIndicator {

    private final JdbcTemplate jdbc;

    LedgerHealth(DataSource runtime) {
        this.jdbc = new JdbcTemplate(runtime);
    }

    @Override
    public Health health() {
        var health = Health.up();
        jdbc.query("""
                select equation, count(*) as alarms, min(first_position) as first_position, min(raised_at) as since,
                       string_agg(distinct merchant, ', ' order by merchant) filter (where merchant <> '') as merchants
                  from query.alarm group by equation order by equation
                """, row -> {
            var merchants = row.getString("merchants");
            health.withDetail(
                    row.getString("equation"),
                    "alarms: " + row.getLong("alarms") + ", from position " + row.getLong("first_position")
                            + " on, since " + row.getTimestamp("since").toInstant()
                            + (merchants == null ? "" : ", of " + merchants));
        });
        return health.build();
    }
}
