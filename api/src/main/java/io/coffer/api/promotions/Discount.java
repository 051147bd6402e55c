package io.coffer.api.promotions;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;

/**
 * What a funder pays of one price, or gets back of it.
 *
 * @param custodyAccount where own cash joins the payer's money
 */
public record Discount(CampaignId campaign, Funder funder, Money amount, CustodyAccount custodyAccount) {

    /** As much of it as goes back to the funder. */
    public Discount of(Money share) {
        return new Discount(campaign, funder, share, custodyAccount);
    }
}
