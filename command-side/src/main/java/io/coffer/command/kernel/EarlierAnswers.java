package io.coffer.command.kernel;

import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.OperationKeys;
import io.coffer.eventstore.RecordedOperation;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import java.util.Optional;

/** What the store holds under an operation's key, as the answer that was given then; rebuilt from the events. */
record EarlierAnswers(OperationKeys keys, EventLog log) {

    /** The first answer to an operation that was accepted before; the same name with other content is refused. */
    Optional<Answer> to(Operation operation) {
        return find(operation).map(recorded -> {
            if (!recorded.digest().equals(operation.digest())) {
                throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return answer(recorded, true);
        });
    }

    /** The answer to an operation that was accepted just now, by a store that does not say where its events are. */
    Answer justNow(Operation operation) {
        return find(operation).map(recorded -> answer(recorded, false)).orElseThrow();
    }

    private Optional<RecordedOperation> find(Operation operation) {
        return keys.find(operation.id().scope(), operation.id().key());
    }

    private Answer answer(RecordedOperation recorded, boolean replayed) {
        var count = Math.toIntExact(recorded.lastSequence() - recorded.firstSequence() + 1);
        var events = log.ofAggregate(recorded.aggregateId(), null, recorded.firstSequence() - 1, count).stream()
                .map(StoredEvent::name)
                .toList();
        return new Answer(
                recorded.aggregateId(),
                Optional.of(recorded.lastSequence()),
                Optional.of(recorded.lastPosition()),
                events,
                replayed);
    }
}
