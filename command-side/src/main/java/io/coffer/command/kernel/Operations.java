package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.KernelRejection.ConcurrentChange;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.kernel.Rejection;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.EventStoreUnavailableException;
import io.coffer.eventstore.OperationKeyTakenException;
import io.coffer.eventstore.OperationKeys;
import io.coffer.eventstore.RecordedOperation;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.RejectionException;
import io.coffer.platform.web.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The one way for a command to be carried out. A repeat gets the first answer, rebuilt from the events that the store
 * holds under the operation's key, before any precondition or state is looked at ({@code domain.md} 1.1.3).
 */
public class Operations {

    static final int TRIES_MAX = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CommandBus commands;
    private final OperationKeys keys;
    private final EventLog log;
    private final InstantSource clock;
    private final WakeUp wakeUp;
    private final Set<OperationId> inFlight = ConcurrentHashMap.newKeySet();

    Operations(CommandBus commands, OperationKeys keys, EventLog log, InstantSource clock, WakeUp wakeUp) {
        this.commands = commands;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /** Throws {@link RejectionException} for a refusal; then nothing was stored and the key is free. */
    public Answer carryOut(Command command, Operation operation) {
        if (!inFlight.add(operation.id())) {
            throw new EdgeException(EdgeProblem.OPERATION_IN_FLIGHT);
        }
        try {
            return replay(operation).orElseGet(() -> dispatch(command, operation));
        } catch (EventStoreUnavailableException e) {
            throw new UnavailableException("The store cannot take this now.", RETRY_AFTER, e);
        } finally {
            inFlight.remove(operation.id());
        }
    }

    private Optional<Answer> replay(Operation operation) {
        return find(operation).map(recorded -> {
            if (!recorded.digest().equals(operation.digest())) {
                throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_REUSED);
            }
            return answer(recorded, true);
        });
    }

    private Answer dispatch(Command command, Operation operation) {
        for (var attempt = 1; attempt <= TRIES_MAX; attempt++) {
            try {
                send(command, operation);
                wakeUp.signal();
                return find(operation)
                        .map(recorded -> answer(recorded, false))
                        .orElseGet(() -> Answer.unchanged(command.target().value()));
            } catch (OperationKeyTakenException _) {
                // Another node accepted the same operation between our look and our append.
                return replay(operation).orElseThrow(() -> new EdgeException(EdgeProblem.OPERATION_IN_FLIGHT));
            } catch (RejectionException e) {
                // Another node may have accepted this very operation since our look; then the rules see it as a second.
                return replay(operation).orElseThrow(() -> e);
            } catch (ConcurrencyException | AggregateStreamCreationException _) {
                // Somebody else was faster; decide again on what is there now.
            }
        }
        throw new RejectionException(new ConcurrentChange(command.target().value()));
    }

    private void send(Command command, Operation operation) {
        var message = new GenericCommandMessage<>(
                new GenericMessage<>(command, Envelope.of(command, operation, clock.instant())),
                CommandNames.of(command));
        var result = new AtomicReference<CommandResultMessage<?>>();
        // The bus handles in this thread: when dispatch returns, the unit of work has ended and the events are durable.
        commands.dispatch(message, (_, outcome) -> result.set(outcome));
        var outcome = result.get();
        if (outcome == null) {
            throw new IllegalStateException("The command bus gave no result");
        }
        if (outcome.isExceptional()) {
            throw unchecked(outcome.exceptionResult());
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof CommandExecutionException refused) {
            return refused.<Rejection>getDetails()
                    .<RuntimeException>map(RejectionException::new)
                    .orElse(refused);
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
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
