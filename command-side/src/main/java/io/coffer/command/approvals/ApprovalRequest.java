package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link ApprovalRules} to Axon: load, decide, record. Holds no rule of its own. */
class ApprovalRequest {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private ApprovalState state = ApprovalState.initial();

    @CommandHandler(commandName = CommandNames.APPROVAL_REQUEST)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApprovalCommand command, MetaData metadata) {
        Recording.record(ApprovalRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(ApprovalEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
