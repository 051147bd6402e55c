package io.coffer.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.PatientEventStoreTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/**
 * Axon's own contract of an event store over this engine, whole. One case looks again after a tenth of a second; so the
 * store has what it has in the field, connections that are kept and code that has run before.
 */
@DisplayName("Axon's event store on the engine, by Axon's own contract,")
class AxonEventStoreContractTest extends PatientEventStoreTest {

    @BeforeAll
    static void run_before() {
        PostgresEventStorageEngine engine = engine();
        for (int sequence = 0; sequence < 300; sequence++) {
            engine.appendEvents(TestStore.event("A", sequence));
            engine.readEvents("A", sequence).asStream().forEach(event -> {});
        }
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return engine();
    }

    private static PostgresEventStorageEngine engine() {
        TestStore store = new TestStore();
        return store.builder(Flawed.keeping(store.database.runtime(), 4)).build();
    }
}
