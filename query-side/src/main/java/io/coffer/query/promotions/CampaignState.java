package io.coffer.query.promotions;

import io.coffer.api.money.Money;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of a campaign, as sums: its orders and refunds say themselves what they had of it.
 *
 * @param locked what orders that nobody has paid yet have set aside
 * @param consumed what orders were paid with
 * @param returned what refunds gave back of that
 * @param orders how many were paid with a discount
 * @param reason why it was rejected or ended
 */
record CampaignState(
        CampaignId campaign,
        CampaignTerms terms,
        Status state,
        String requestedBy,
        Money locked,
        Money consumed,
        Money returned,
        long orders,
        Optional<String> approvalId,
        Optional<String> reason,
        Instant createdAt,
        Instant changedAt,
        long createdPosition,
        long version) {

    enum Status {
        PROPOSED,
        APPROVED,
        REJECTED,
        ENDED
    }

    /** What its funder has paid and did not get back. */
    Money paid() {
        return consumed.minus(returned);
    }

    Money left() {
        return terms.budget().minus(consumed).minus(locked);
    }
}
