package io.coffer.command.kernel;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's time at the start, counted on by this machine: nobody sets it, and all nodes agree about it. */
record SteadyClock(Instant start, long startedAtNanos) implements Clock {

    static SteadyClock of(DataSource source) {
        var now = JdbcClient.create(source)
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
        return new SteadyClock(now.toInstant(), System.nanoTime());
    }

    @Override
    public Instant now() {
        return start.plusNanos(System.nanoTime() - startedAtNanos);
    }
}
