package io.coffer.command.promotions;

import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.command.kernel.CommandNames;
import io.coffer.command.kernel.Envelope;
import io.coffer.command.kernel.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Binds {@link CampaignRules} to Axon: load, decide, record. Holds no rule of its own. */
class PromotionCampaign {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Written by the first event; read only by Axon.
    private String id;

    private CampaignState state = CampaignState.initial();

    @CommandHandler(commandName = CommandNames.CAMPAIGN)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CampaignCommand command, MetaData metadata) {
        Recording.record(CampaignRules.decide(state, command, Envelope.given(metadata)), metadata);
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        id = event.source().value();
        state = state.after(event);
    }
}
