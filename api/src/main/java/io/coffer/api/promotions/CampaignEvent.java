package io.coffer.api.promotions;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import java.util.Optional;

/** Every fact of a campaign. None posts anything: a discount's money moves with its order's payment and refunds. */
public sealed interface CampaignEvent extends DomainEvent {

    CampaignId campaign();

    @Override
    default CampaignId source() {
        return campaign();
    }

    /** Somebody proposes it; another person decides. */
    @StoredAs("promotions.CampaignCreated")
    record CampaignCreated(CampaignId campaign, CampaignTerms terms, String requestedBy) implements CampaignEvent {}

    /** It gives discounts, as its terms say. */
    @StoredAs("promotions.CampaignApproved")
    record CampaignApproved(CampaignId campaign, Optional<String> approvalId) implements CampaignEvent {}

    /** It will never give any. */
    @StoredAs("promotions.CampaignRejected")
    record CampaignRejected(CampaignId campaign, String reason) implements CampaignEvent {}

    /** It gives no further ones. */
    @StoredAs("promotions.CampaignEnded")
    record CampaignEnded(CampaignId campaign, String reason) implements CampaignEvent {}

    /** So much of the budget is one order's. */
    @StoredAs("promotions.DiscountLocked")
    record DiscountLocked(CampaignId campaign, PaymentOrderId order, Money amount, Funder funder)
            implements CampaignEvent {}

    /** The order will not take it. */
    @StoredAs("promotions.DiscountUnlocked")
    record DiscountUnlocked(CampaignId campaign, PaymentOrderId order, Money amount, String reason)
            implements CampaignEvent {}

    /** Mirror: the order was paid with it. */
    @StoredAs("promotions.DiscountConsumed")
    record DiscountConsumed(CampaignId campaign, PaymentOrderId order, Money amount) implements CampaignEvent {}

    /** Mirror: a refund gave the funder its part back; no other order gets it. */
    @StoredAs("promotions.DiscountReturned")
    record DiscountReturned(CampaignId campaign, RefundId refund, Money amount) implements CampaignEvent {}

    /** Mirror: that refund was cancelled. */
    @StoredAs("promotions.DiscountReturnUndone")
    record DiscountReturnUndone(CampaignId campaign, RefundId refund, Money amount) implements CampaignEvent {}
}
