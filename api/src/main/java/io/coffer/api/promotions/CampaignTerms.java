package io.coffer.api.promotions;

import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What two people agree to once: nothing of it changes afterwards.
 *
 * @param budget the most that all discounts together cost the funder
 * @param most the most of one order
 * @param threshold the least price that gets one
 * @param from when the first order may get one
 * @param until from then on none gets one
 */
public record CampaignTerms(Funder funder, Money budget, Money most, Money threshold, Instant from, Instant until) {

    List<String> content() {
        var content = new ArrayList<>(funder.content());
        content.addAll(List.of(
                Long.toString(budget.minorUnits()),
                Long.toString(most.minorUnits()),
                Long.toString(threshold.minorUnits()),
                from.toString(),
                until.toString()));
        return List.copyOf(content);
    }
}
