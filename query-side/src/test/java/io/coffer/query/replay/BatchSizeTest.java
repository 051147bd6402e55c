package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.query.SalesInProgress;
import io.coffer.query.TestDatabase;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Projection;
import io.coffer.query.kernel.StoredJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The size of a batch")
class BatchSizeTest {

    private static final int EVENTS = 300;
    private static final int SALES_SIDE_BY_SIDE = 5;

    private final TestDatabase database = TestDatabase.create();
    private final TestLog log = new TestLog(database);
    private final Databases databases = new Databases(database.owner(), database.runtime(), TestDatabase.RUNTIME);
    private final JdbcTemplate jdbc = new JdbcTemplate(database.runtime());

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void leaves_no_trace_in_any_row() {
        log.append(new SalesInProgress(7, SALES_SIDE_BY_SIDE).next(EVENTS));
        for (var projection : TestProjections.all()) {
            var tiny = replayed(projection, 9, 9);
            var growing = replayed(projection, 20, 100);
            var huge = replayed(projection, 10_000, 10_000);

            assertThat(growing).as(projection.name()).isEqualTo(tiny);
            assertThat(huge).as(projection.name()).isEqualTo(tiny);
        }
        assertThat(jdbc.queryForList("select max(position) from query.generation", Long.class))
                .containsExactly(log.log().head());
    }

    private Map<String, List<String>> replayed(Projection projection, int smallest, int largest) {
        var generations = new Generations(database.runtime());
        var id = generations
                .request(projection.name(), GenerationSchemas.digest(projection.name()), "test")
                .id();
        new GenerationSchemas(databases).create(id);
        generations.started(id);
        var reading = new StoredJson(new EventJson(EventCatalog.ofAllEvents()));
        var feeder = new Feeder(
                projection,
                generations.find(id).orElseThrow(),
                log.log(),
                reading,
                databases,
                new Pages(projection, log.log(), reading, smallest, largest));
        while (feeder.next()) {
            assertThat(feeder.position()).isPositive();
        }
        assertThat(feeder.position()).isEqualTo(log.log().head());
        generations.retire(id);
        return rows(id);
    }

    private Map<String, List<String>> rows(GenerationId id) {
        var tables = new TreeMap<String, List<String>>();
        var names =
                jdbc.queryForList("select tablename from pg_tables where schemaname = ?", String.class, id.schema());
        for (var table : names) {
            tables.put(
                    table,
                    jdbc.queryForList(
                            "select t::text from " + id.schema() + "." + table + " t order by 1", String.class));
        }
        return tables;
    }
}
