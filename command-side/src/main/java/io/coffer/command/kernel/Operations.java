package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.KernelRejection.ConcurrentChange;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.kernel.Rejection;
import io.coffer.command.kernel.Attempt.Trust;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.EventStoreUnavailableException;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.OperationKeyTakenException;
import io.coffer.platform.events.EventCatalog;
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
 * The one way for a command to be carried out. The append claims the operation's key, so that nothing is looked up before;
 * whatever else comes out is an answer only if the store knows no earlier one. So a repeat gets the first answer, rebuilt
 * from the events that the store holds, whatever preconditions and state say by now ({@code domain.md} 1.1.3, ADR 0007).
 */
public class Operations {

    static final int TRIES_MAX = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CommandBus commands;
    private final EarlierAnswers earlier;
    private final EventLog log;
    private final EventCatalog catalog;
    private final InstantSource clock;
    private final NewEvents news;
    private final Set<OperationId> inFlight = ConcurrentHashMap.newKeySet();

    Operations(CommandBus commands, EarlierAnswers earlier, EventCatalog catalog, InstantSource clock, NewEvents news) {
        this.commands = commands;
        this.earlier = earlier;
        this.log = earlier.log();
        this.catalog = catalog;
        this.clock = clock;
        this.news = news;
    }

    /** Throws {@link RejectionException} for a refusal; then nothing was stored and the key is free. */
    public Answer carryOut(Command command, Operation operation) {
        if (!inFlight.add(operation.id())) {
            throw new EdgeException(EdgeProblem.OPERATION_IN_FLIGHT);
        }
        try {
            return decide(command, operation);
        } catch (EventStoreUnavailableException e) {
            throw new UnavailableException("The store cannot take this now.", RETRY_AFTER, e);
        } finally {
            inFlight.remove(operation.id());
        }
    }

    private Answer decide(Command command, Operation operation) {
        var trust = CommandNames.opens(command) ? Trust.THE_CACHE_OR_NEWNESS : Trust.THE_CACHE;
        for (var tries = 1; tries <= TRIES_MAX; tries++) {
            var attempt = new Attempt(trust);
            try {
                send(command, operation, attempt);
                if (!attempt.recorded().isEmpty()) {
                    return first(operation, attempt);
                }
                var first = earlier.to(operation);
                if (first.isPresent() || stands(attempt, command)) {
                    return first.orElseGet(
                            () -> Answer.unchanged(command.target().value()));
                }
            } catch (OperationKeyTakenException _) {
                return earlier.to(operation).orElseThrow(() -> new EdgeException(EdgeProblem.OPERATION_IN_FLIGHT));
            } catch (ConcurrencyException | AggregateStreamCreationException _) {
                // Somebody else was faster; decide again on what is there now.
            } catch (EventStoreUnavailableException e) {
                // Nobody knows what became of it; the retry will find out.
                throw e;
            } catch (RuntimeException e) {
                // Without an answer of its own it may still be a repeat, which the rules took for a second wish.
                var first = earlier.to(operation);
                if (first.isPresent()) {
                    return first.get();
                }
                if (stands(attempt, command)) {
                    throw e;
                }
            }
            trust = Trust.NOTHING;
        }
        return earlier.to(operation)
                .orElseThrow(() -> new RejectionException(
                        new ConcurrentChange(command.target().value())));
    }

    /** Whether what was decided without an append holds against the store as well. */
    private boolean stands(Attempt attempt, Command command) {
        return !attempt.stoodOnMemory()
                || !attempt.isOutdatedBy(log.lastSequence(command.target().value()));
    }

    private void send(Command command, Operation operation, Attempt attempt) {
        var message = new GenericCommandMessage<>(
                new GenericMessage<>(command, Envelope.of(command, operation, clock.instant())),
                CommandNames.of(command));
        var result = new AtomicReference<CommandResultMessage<?>>();
        // The bus handles in this thread: when dispatch returns, the unit of work has ended and the events are durable.
        attempt.run(() -> commands.dispatch(message, (_, outcome) -> result.set(outcome)));
        var outcome = result.get();
        if (outcome == null) {
            throw new IllegalStateException("The command bus gave no result");
        }
        if (outcome.isExceptional()) {
            throw unchecked(outcome.exceptionResult());
        }
    }

    private Answer first(Operation operation, Attempt attempt) {
        var appended = attempt.appended();
        if (appended.isEmpty()) {
            return earlier.justNow(operation);
        }
        news.reached(appended.get().lastPosition());
        var events = attempt.recorded();
        return new Answer(
                events.getFirst().getAggregateIdentifier(),
                Optional.of(events.getLast().getSequenceNumber()),
                Optional.of(appended.get().lastPosition()),
                events.stream()
                        .map(event -> catalog.nameOf(event.getPayloadType())
                                .orElseThrow()
                                .value())
                        .toList(),
                false);
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof CommandExecutionException refused) {
            return refused.<Rejection>getDetails()
                    .<RuntimeException>map(RejectionException::new)
                    .orElse(refused);
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
}
