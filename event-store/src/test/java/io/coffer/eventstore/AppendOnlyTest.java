package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What was booked")
class AppendOnlyTest {

    private final TestStore store = new TestStore();

    @BeforeEach
    void one_operation() {
        store.operationKey.set(new OperationKey("t1", "k", "d"));
        store.engine.appendEvents(event("A", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE store.event SET payload = ''",
                "UPDATE store.event SET payload = '' WHERE false",
                "DELETE FROM store.event",
                "TRUNCATE store.event",
                "UPDATE store.operation_key SET digest = 'x'",
                "DELETE FROM store.operation_key",
                "TRUNCATE store.operation_key",
                "UPDATE store.event_kind SET name = 'x'",
                "DELETE FROM store.event_kind",
                "TRUNCATE store.event_kind",
                "SET session_replication_role = replica; DELETE FROM store.event",
                "INSERT INTO store.operation_key SELECT * FROM store.operation_key"
                        + " ON CONFLICT (scope, key) DO UPDATE SET digest = 'x'"
            })
    void is_not_changed_even_by_the_owner(String statement) {
        assertThatThrownBy(() -> TestDatabase.execute(store.database.owner(), statement))
                .cause()
                .hasMessageContaining("refused: what was booked is never changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE store.event SET payload = ''",
                "DELETE FROM store.event",
                "TRUNCATE store.event",
                "DELETE FROM store.operation_key",
                "UPDATE store.event_kind SET name = 'x'",
                "ALTER TABLE store.event DISABLE TRIGGER ALL",
                "DROP TABLE store.event"
            })
    void is_out_of_reach_of_the_runtime_role(String statement) {
        assertThatThrownBy(() -> TestDatabase.execute(store.database.runtime(), statement))
                .cause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }
}
