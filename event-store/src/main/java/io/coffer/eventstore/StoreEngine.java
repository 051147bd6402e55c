package io.coffer.eventstore;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;

/** Who keeps the events. The two know nothing of each other's: what one wrote, only its own reads find. */
public enum StoreEngine {
    /** Our own, {@link PostgresEventStorageEngine}. */
    COFFER {
        @Override
        public BatchingEventStorageEngine engine(EngineParts parts) {
            return PostgresEventStorageEngine.builder()
                    .dataSource(parts.dataSource())
                    .eventSerializer(parts.events())
                    .snapshotSerializer(parts.snapshots())
                    .clock(parts.clock())
                    .operationKeys(parts.operationKeys())
                    .appended(parts.appended())
                    .build();
        }

        @Override
        public EventLog log(DataSource source) {
            return new EventLog(source);
        }

        @Override
        public OperationKeys operationKeys(DataSource source) {
            return new OperationKeys(source);
        }

        @Override
        public NewEvents newEvents(DataSource unpooled) {
            return new NewEvents(unpooled);
        }
    },

    /** Axon's JDBC engine on tables of its own: for comparison, not for production. */
    AXON_JDBC {
        @Override
        public BatchingEventStorageEngine engine(EngineParts parts) {
            return StockEventStorageEngine.of(parts);
        }

        @Override
        public EventLog log(DataSource source) {
            return new EventLog(new StockEvents(new Statements(source)));
        }

        @Override
        public OperationKeys operationKeys(DataSource source) {
            return OperationKeys.ofStock(source);
        }

        @Override
        public NewEvents newEvents(DataSource unpooled) {
            return new NewEvents(unpooled, StockEvents.HEAD);
        }
    };

    public abstract BatchingEventStorageEngine engine(EngineParts parts);

    public abstract EventLog log(DataSource source);

    public abstract OperationKeys operationKeys(DataSource source);

    /** As for {@link NewEvents}: not a pool. Axon's engine notifies nobody, so that other processes are polled for. */
    public abstract NewEvents newEvents(DataSource unpooled);
}
