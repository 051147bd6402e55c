package io.coffer.command.promotions;

import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;

/** What a campaign's history adds up to. The sealed pair makes every rule say what it does about a missing one. */
sealed interface CampaignState permits CampaignState.Uncreated, Campaign {

    static CampaignState initial() {
        return new Uncreated();
    }

    CampaignState after(CampaignEvent event);

    /** No such campaign. */
    record Uncreated() implements CampaignState {
        @Override
        public CampaignState after(CampaignEvent event) {
            if (event instanceof CampaignCreated created) {
                return Campaign.of(created);
            }
            throw new IllegalStateException("The history of " + event.campaign() + " does not begin with its creation");
        }
    }
}
