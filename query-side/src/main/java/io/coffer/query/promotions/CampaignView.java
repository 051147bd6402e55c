package io.coffer.query.promotions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.money.Amount;
import io.coffer.api.promotions.Funder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as people read it: {@code budget = left + locked + consumed}, always.
 *
 * @param funder {@code PLATFORM_OWN}, or the key of who is sent a bill
 * @param most the most of one order
 * @param threshold the least price that gets a discount
 * @param left what further orders may have
 * @param locked what orders that nobody has paid yet have set aside
 * @param consumed what orders were paid with
 * @param returned what refunds gave back of that; no further order gets it
 * @param paid what the funder bears now
 * @param orders how many were paid with a discount
 * @param reason why it was rejected or ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PromotionCampaign")
record CampaignView(
        String id,
        String campaignNo,
        CampaignState.Status state,
        String funder,
        Amount budget,
        Amount most,
        Amount threshold,
        Instant from,
        Instant until,
        Amount left,
        Amount locked,
        Amount consumed,
        Amount returned,
        Amount paid,
        long orders,
        String requestedBy,
        @Nullable String approvalId,
        @Nullable String reason,
        Instant createdAt,
        Instant changedAt,
        long position,
        long version) {

    static CampaignView of(CampaignState state) {
        var terms = state.terms();
        return new CampaignView(
                state.campaign().value(),
                state.campaign().campaignNo(),
                state.state(),
                name(terms.funder()),
                Amount.of(terms.budget()),
                Amount.of(terms.most()),
                Amount.of(terms.threshold()),
                terms.from(),
                terms.until(),
                Amount.of(state.left()),
                Amount.of(state.locked()),
                Amount.of(state.consumed()),
                Amount.of(state.returned()),
                Amount.of(state.paid()),
                state.orders(),
                state.requestedBy(),
                state.approvalId().orElse(null),
                state.reason().orElse(null),
                state.createdAt(),
                state.changedAt(),
                state.createdPosition(),
                state.version());
    }

    private static String name(Funder funder) {
        return switch (funder) {
            case Funder.PlatformOwn _ -> "PLATFORM_OWN";
            case Funder.PostBilled(var name) -> name;
        };
    }
}
