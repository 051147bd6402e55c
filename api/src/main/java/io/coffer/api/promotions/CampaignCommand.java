package io.coffer.api.promotions;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every intent towards a campaign. */
public sealed interface CampaignCommand extends Command {

    CampaignId campaign();

    @Override
    default CampaignId target() {
        return campaign();
    }

    /** Proposes a campaign. It gives nothing before another person agreed. */
    record CreateCampaign(CampaignId campaign, CampaignTerms terms) implements CampaignCommand {}

    /** Lets it give what its terms say. */
    record ApproveCampaign(CampaignId campaign, CampaignTerms terms, Optional<Approval> approval)
            implements CampaignCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ApproveCampaign", campaign.value()));
            content.addAll(terms.content());
            return content;
        }
    }

    /** People did not agree to it, or whoever proposed it took it back. */
    record RejectCampaign(CampaignId campaign, String reason) implements CampaignCommand {}

    /** No further order gets a discount. What is locked stays locked. */
    record EndCampaign(CampaignId campaign, String reason) implements CampaignCommand {}

    /** Sets the discount of one order aside. */
    record LockDiscount(CampaignId campaign, PaymentOrderId order, Money price, Money amount)
            implements CampaignCommand {}

    /** The order will not take it. */
    record UnlockDiscount(CampaignId campaign, PaymentOrderId order, String reason) implements CampaignCommand {}

    /** Mirrors that the order was paid with it. */
    record RecordDiscountConsumed(CampaignId campaign, PaymentOrderId order) implements CampaignCommand {}

    /** Mirrors that a refund gave the funder its part back. */
    record RecordDiscountReturned(CampaignId campaign, RefundId refund, Money amount) implements CampaignCommand {}

    /** Mirrors that the refund was cancelled: its source has the funder's part again. */
    record UndoDiscountReturn(CampaignId campaign, RefundId refund) implements CampaignCommand {}
}
