package io.coffer.command.promotions;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import java.time.Instant;

/** A campaign, without Axon. */
public final class PureCampaign implements PureAggregate {

    private CampaignState state = CampaignState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return CampaignRules.decide(state, (CampaignCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((CampaignEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }
}
