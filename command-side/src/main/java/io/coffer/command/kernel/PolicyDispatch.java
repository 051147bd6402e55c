package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection.ConcurrentChange;
import io.coffer.api.kernel.OperationId;
import io.coffer.command.kernel.PolicyRunner.Fact;
import io.coffer.command.kernel.PolicyTables.Letter;
import io.coffer.command.kernel.PolicyTables.Parking;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.events.EventReader;
import io.coffer.platform.web.RejectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what policies want. What cannot be carried out is parked, and its aggregate's later events behind it. */
final class PolicyDispatch {

    static final int TRIES_MAX = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(PolicyDispatch.class);

    // The content follows from policy and event; what a repeat carries cannot differ in anything that matters.
    private static final String DIGEST = "policy";

    private final List<Policy> policies;
    private final Operations operations;
    private final PolicyTables tables;
    private final EventLog log;
    private final EventReader reader;
    private final Set<Parking> parked = ConcurrentHashMap.newKeySet();

    PolicyDispatch(
            List<Policy> policies, Operations operations, PolicyTables tables, EventLog log, EventReader reader) {
        this.policies = List.copyOf(policies);
        this.operations = operations;
        this.tables = tables;
        this.log = log;
        this.reader = reader;
    }

    void first(Fact fact) {
        for (var policy : policies) {
            if (parked.contains(new Parking(policy.name(), fact.stored().aggregateId()))) {
                park(policy, fact, "waits behind an earlier event");
                continue;
            }
            try {
                carryOut(policy, fact);
            } catch (RuntimeException e) {
                LOG.error(
                        "Policy {} parks event {}: {}",
                        policy.name(),
                        fact.stored().position(),
                        e.toString());
                park(policy, fact, e.toString());
            }
        }
    }

    /** Looks once per batch which aggregates wait; nearly always none does. */
    void lookForParked() {
        parked.clear();
        parked.addAll(tables.parked());
    }

    private void park(Policy policy, Fact fact, String reason) {
        tables.park(policy.name(), fact.stored(), reason);
        parked.add(new Parking(policy.name(), fact.stored().aggregateId()));
    }

    /** Works a parked event off once more; the first of its aggregate only, so that the order stays. */
    void again(Letter letter) {
        var policy = policies.stream()
                .filter(candidate -> candidate.name().equals(letter.policy()))
                .findFirst();
        if (policy.isEmpty()) {
            return;
        }
        try {
            var stored = log.after(letter.position() - 1, 1).getFirst();
            carryOut(policy.get(), fact(stored));
            tables.remove(letter);
        } catch (RuntimeException e) {
            tables.postpone(letter, e.toString());
        }
    }

    private Fact fact(StoredEvent stored) {
        return new Fact(stored, reader.event(stored), reader.metadata(stored));
    }

    private void carryOut(Policy policy, Fact fact) {
        var reactions = policy.on(fact.event());
        for (var index = 0; index < reactions.size(); index++) {
            give(policy, fact, reactions.get(index), Integer.toString(index));
        }
    }

    private void give(Policy policy, Fact fact, Reaction reaction, String path) {
        try {
            var own = operation(policy, fact, path);
            patiently(reaction, reaction.question().map(own::inAnswerTo).orElse(own));
        } catch (RejectionException e) {
            var next = reaction.onRefused().apply(e.rejection());
            if (next.isEmpty()) {
                throw new IllegalStateException(
                        reaction.command().target() + " refused unexpectedly: "
                                + e.rejection().sentence(),
                        e);
            }
            for (var index = 0; index < next.get().size(); index++) {
                give(policy, fact, next.get().get(index), path + "." + index);
            }
        }
    }

    private void patiently(Reaction reaction, Operation operation) {
        for (var attempt = 1; ; attempt++) {
            try {
                operations.carryOut(reaction.command(), operation);
                return;
            } catch (RuntimeException e) {
                if (e instanceof RejectionException refused && !isContention(refused)) {
                    throw e;
                }
                if (attempt == TRIES_MAX) {
                    throw new IllegalStateException("Not possible in " + TRIES_MAX + " tries", e);
                }
                sleep(FIRST_WAIT.multipliedBy(1L << attempt));
            }
        }
    }

    // The target did not judge the command at all: that is no refusal that a policy may draw conclusions from.
    private static boolean isContention(RejectionException refused) {
        return refused.rejection() instanceof ConcurrentChange;
    }

    private static Operation operation(Policy policy, Fact fact, String path) {
        var event = fact.stored().eventId().toString();
        return new Operation(
                new OperationId("policy:" + policy.name(), event + "/" + path),
                DIGEST,
                Actor.policy(policy.name()),
                Envelope.correlation(fact.metadata()).orElse(event),
                Optional.of(event),
                Optional.empty());
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", e);
        }
    }
}
