package io.coffer.benchmarks.append;

import io.coffer.command.kernel.Envelope;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.timeout.HandlerTimeoutConfiguration;
import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Where clients hand in their commands: Axon's bus and the notebook aggregate over one engine. */
final class Desk implements AutoCloseable {

    // As the product does it, and for all: looking for annotations in every command takes a fifth of this process.
    private static final CommandTargetResolver TARGET =
            message -> new VersionedAggregateIdentifier((Object) ((Note) message.getPayload()).notebook(), null);

    private final Contender contender;
    private final Configuration axon;
    private final CommandBus bus;
    private final Semaphore threads;

    Desk(Contender contender) {
        this.contender = contender;
        this.axon = configure(contender);
        this.bus = axon.commandBus();
        this.threads = new Semaphore(contender.threads() == 0 ? Integer.MAX_VALUE : contender.threads());
        if (contender.timeLimited()) {
            TimeLimits.on(bus);
        }
    }

    private static Configuration configure(Contender contender) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Contenders.JSON)
                .configureMessageSerializer(_ -> Contenders.JSON)
                .configureEventSerializer(_ -> Contenders.JSON)
                .configureCorrelationDataProviders(_ -> List.of(Envelope::inherited))
                .configureEmbeddedEventStore(_ -> contender.engine());
        if (contender.transactions() != null) {
            var transactions = contender.transactions();
            configurer.configureTransactionManager(_ -> transactions);
        }
        if (contender.timeLimited()) {
            configurer.registerHandlerEnhancerDefinition(
                    _ -> new HandlerTimeoutHandlerEnhancerDefinition(new HandlerTimeoutConfiguration()));
        }
        var notebook = AggregateConfigurer.defaultConfiguration(Notebook.class);
        notebook.configureCommandTargetResolver(_ -> TARGET);
        contender.cache().ifPresent(cache -> notebook.configureCache(_ -> cache));
        return configurer.configureAggregate(notebook).start();
    }

    /** One client's way of writing; not for several threads. */
    final class Writer {

        private final SplittableRandom random;

        Writer(long seed) {
            this.random = new SplittableRandom(seed);
        }

        void write(int notebook) throws Exception {
            var note = Note.random("B-" + notebook, random);
            threads.acquire();
            try {
                send(new GenericCommandMessage<>(note, CommandTexts.random(random)));
            } finally {
                threads.release();
            }
        }
    }

    private void send(GenericCommandMessage<Note> command) throws Exception {
        var result = new AtomicReference<CommandResultMessage<?>>();
        bus.dispatch(command, (_, outcome) -> result.set(outcome));
        var outcome = result.get();
        if (outcome == null || outcome.isExceptional()) {
            throw new IllegalStateException("A note was not taken", outcome == null ? null : outcome.exceptionResult());
        }
    }

    ThreadFactory clients() {
        return contender.clients();
    }

    int threads() {
        return contender.threads();
    }

    @Override
    public void close() {
        axon.shutdown();
        contender.close();
    }
}
