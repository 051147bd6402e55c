package io.coffer.command.promotions;

import static io.coffer.command.kernel.People.ACME;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignCommand.ApproveCampaign;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The instant discount of {@code domain.md} 1.7: 50 yuan off a price of 15,000, here with a budget for two of them. */
public final class Promotion {

    public static final CampaignId CAMPAIGN = CampaignId.of(ACME, "RENT-2026");
    public static final Funder OWN = new Funder.PlatformOwn();
    public static final Money DISCOUNT = Money.yuan(50);
    static final Money PRICE = Money.yuan(15_000);
    static final Instant UNTIL = NOON.plus(Duration.ofDays(30));
    public static final CampaignTerms TERMS = terms(Money.yuan(100));
    public static final CampaignCreated CREATED = new CampaignCreated(CAMPAIGN, TERMS, "olga");
    public static final CampaignApproved APPROVED = new CampaignApproved(
            CAMPAIGN, Optional.of(ApprovalRequestId.ofCampaign(CAMPAIGN).value()));

    private Promotion() {}

    static CampaignTerms terms(Money budget) {
        return new CampaignTerms(OWN, budget, DISCOUNT, Money.yuan(1_000), NOON, UNTIL);
    }

    /** What somebody pays of an order's price. */
    public static Discount discount(Funder funder, Money amount) {
        return new Discount(CAMPAIGN, funder, amount, Sale.CUSTODY);
    }

    static PaymentOrderId order(String no) {
        return PaymentOrderId.of(ACME, no);
    }

    static Scenario proposed() {
        return Scenario.of(new PureCampaign()).given(CREATED);
    }

    static Scenario running() {
        return proposed().given(APPROVED);
    }

    static ApproveCampaign agreed(CampaignTerms terms, String checker) {
        return new ApproveCampaign(
                CAMPAIGN,
                terms,
                Optional.of(new Approval(
                        ApprovalRequestId.ofCampaign(CAMPAIGN),
                        new ApproveCampaign(CAMPAIGN, terms, Optional.empty()).digest(),
                        "olga",
                        List.of(checker),
                        NOON.plus(Duration.ofHours(24)))));
    }
}
