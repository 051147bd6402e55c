package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Projection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Feeds a projection from the first event to the last, as the runner of the read side does, and nothing else. */
public final class TimedFeed {

    private final Databases databases;
    private final EventLog log;
    private final EventReading reading;

    public TimedFeed(DataSource owner, DataSource rows, String runtimeRole, EventReading reading) {
        this.databases = new Databases(owner, rows, runtimeRole);
        this.log = new EventLog(rows);
        this.reading = reading;
    }

    /** Takes every event and does nothing. */
    public long trivial() {
        var projection = new Trivial();
        return feed(projection, id -> {
            var owner = new JdbcTemplate(databases.owner());
            owner.execute("create schema " + id.schema());
            owner.execute("grant usage on schema " + id.schema() + " to " + databases.runtimeRole());
        });
    }

    /** Builds a generation of the projection's tables, indexes included; gives the position that it reached. */
    public long feed(Projection projection) {
        var schemas = new GenerationSchemas(databases);
        var reached = feed(projection, schemas::create);
        schemas.complete(id(projection));
        return reached;
    }

    /** The schema of the newest generation of a projection. */
    public String schema(Projection projection) {
        return id(projection).schema();
    }

    private GenerationId id(Projection projection) {
        return new Generations(databases.rows())
                .all().stream()
                        .map(Generation::id)
                        .filter(id -> id.projection().equals(projection.name()))
                        .reduce((_, last) -> last)
                        .orElseThrow();
    }

    private interface Making {
        void schema(GenerationId id);
    }

    private long feed(Projection projection, Making making) {
        var generations = new Generations(databases.rows());
        var id =
                generations.request(projection.name(), "benchmark", "benchmark").id();
        making.schema(id);
        generations.started(id);
        var feeder = new Feeder(projection, generations.find(id).orElseThrow(), log, reading, databases);
        var moved = true;
        while (moved) {
            moved = feeder.next();
        }
        return feeder.position();
    }

    private static final class Trivial implements Projection {
        @Override
        public String name() {
            return "trivial";
        }

        @Override
        public boolean concerns(String aggregateId) {
            return true;
        }

        @Override
        public void apply(List<Booked> events, JdbcTemplate rows) {}

        @Override
        public boolean parks() {
            return false;
        }
    }
}
