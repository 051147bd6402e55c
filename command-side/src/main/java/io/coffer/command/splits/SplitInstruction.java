package io.coffer.command.splits;

import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link SplitRules} to Axon: load, decide, record. Holds no rule of its own. */
class SplitInstruction {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private SplitState state = SplitState.initial();

    @CommandHandler(commandName = CommandNames.SPLIT)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SplitCommand command, MetaData metadata, SplitTimes times, SplitLookup lookup) {
        var facts = SplitFacts.neededBy(state, command, lookup);
        Recording.record(SplitRules.decide(state, command, Envelope.given(metadata), times, facts), metadata);
    }

    @EventSourcingHandler
    void on(SplitEvent event, @Timestamp Instant bookedAt) {
        id = event.source().value();
        state = state.after(event, bookedAt);
    }
}
