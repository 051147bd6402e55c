package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.NOON;
import static io.coffer.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operation key")
class OperationKeysTest {

    private static final OperationKey PAY_ONCE = new OperationKey("t1", "pay-once", "digest-1");

    private final TestStore store = new TestStore();

    @Test
    void leads_to_the_events_of_its_operation() {
        store.engine.appendEvents(event("A", 0), event("A", 1));
        store.operationKey.set(PAY_ONCE);
        store.engine.appendEvents(event("A", 2), event("B", 0), event("A", 3));

        assertThat(store.operationKeys.find("t1", "pay-once"))
                .contains(new RecordedOperation(PAY_ONCE, "Thing", "A", 2, 3, 3, 5, NOON));
        assertThat(store.operationKeys.find("t1", "pay-once").orElseThrow().digest())
                .isEqualTo("digest-1");
    }

    @Test
    void that_is_taken_stores_nothing() {
        store.operationKey.set(PAY_ONCE);
        store.engine.appendEvents(event("A", 0));
        store.operationKey.set(new OperationKey("t1", "pay-once", "another digest"));

        assertThatThrownBy(() -> store.engine.appendEvents(event("B", 0)))
                .isInstanceOfSatisfying(
                        OperationKeyTakenException.class,
                        taken -> assertThat(taken.operationKey()).isEqualTo(store.operationKey.get()));
        assertThat(store.log.head()).isEqualTo(1);
        assertThat(store.operationKeys.find("t1", "pay-once").orElseThrow().digest())
                .isEqualTo("digest-1");
    }

    @Test
    void is_told_before_a_taken_sequence() {
        store.operationKey.set(PAY_ONCE);
        store.engine.appendEvents(event("A", 0));

        assertThatThrownBy(() -> store.engine.appendEvents(event("A", 0)))
                .isInstanceOf(OperationKeyTakenException.class);
    }

    @Test
    void of_a_refused_append_is_free_again() {
        store.engine.appendEvents(event("A", 1));
        store.operationKey.set(PAY_ONCE);

        assertThatThrownBy(() -> store.engine.appendEvents(event("A", 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(store.operationKeys.find("t1", "pay-once")).isEmpty();
        store.engine.appendEvents(event("A", 2));
        assertThat(store.operationKeys.find("t1", "pay-once").orElseThrow().firstPosition())
                .isEqualTo(2);
    }

    @Test
    void belongs_to_its_scope() {
        store.operationKey.set(PAY_ONCE);
        store.engine.appendEvents(event("A", 0));
        store.operationKey.set(new OperationKey("t2", "pay-once", "digest-1"));
        store.engine.appendEvents(event("B", 0));

        assertThat(store.operationKeys.find("t1", "pay-once").orElseThrow().aggregateId())
                .isEqualTo("A");
        assertThat(store.operationKeys.find("t2", "pay-once").orElseThrow().aggregateId())
                .isEqualTo("B");
    }

    @Test
    void sent_by_eight_at_once_takes_effect_once() {
        store.operationKey.set(PAY_ONCE);

        List<Boolean> accepted = Together.run(8, thread -> () -> {
            try {
                store.engine.appendEvents(event("A" + thread, 0));
                return true;
            } catch (OperationKeyTakenException taken) {
                return false;
            }
        });

        assertThat(accepted).containsOnlyOnce(true);
        assertThat(store.log.head()).isEqualTo(1);
    }

    @Test
    void is_not_written_when_there_is_none() {
        store.engine.appendEvents(event("A", 0));

        assertThat(store.database.count("store.operation_key")).isZero();
    }
}
