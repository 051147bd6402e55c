package io.coffer.api.promotions;

import io.coffer.api.money.Money;

/** What an order asks a campaign for. */
public record DiscountWish(CampaignId campaign, Money amount) {}
