package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.PostgresEventStorageEngine;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.events.EventReader;
import javax.sql.DataSource;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** Loads aggregates of one type from the store, as the command side does when its cache has none, and writes what is loaded. */
public final class TimedLoads<T> implements AutoCloseable {

    private final PostgresEventStorageEngine engine;
    private final AggregateHistory<T> history;

    public TimedLoads(Class<T> type, DataSource rows, EventJson json) {
        this.engine = PostgresEventStorageEngine.builder()
                .dataSource(rows)
                .eventSerializer(json)
                .snapshotSerializer(new SnapshotJson())
                .build();
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        var shells = new Shells<>(type);
        this.history = new AggregateHistory<>(
                model,
                shells,
                new EventLog(rows),
                new EventReader(json),
                new KeptStates<>(model.type(), shells, new ShellJson<>(type, shells), engine));
    }

    public PostgresEventStorageEngine engine() {
        return engine;
    }

    /** Gives the number of the aggregate's events; the first load of many keeps the state for the next. */
    public long load(String id) {
        return history.load(id).sequence() + 1;
    }

    @Override
    public void close() {
        engine.close();
    }
}
