package io.coffer.command.promotions;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.promotions.CampaignCommand.LockDiscount;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.promotions.CampaignCommand.UnlockDiscount;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.promotions.CampaignRejection.BudgetExhausted;
import io.coffer.api.promotions.CampaignRejection.CampaignNotRunning;
import io.coffer.api.promotions.CampaignRejection.DiscountAlreadyGiven;
import io.coffer.api.promotions.CampaignRejection.DiscountNotConsumed;
import io.coffer.api.promotions.CampaignRejection.DiscountNotLocked;
import io.coffer.api.promotions.CampaignRejection.DiscountOutOfTerms;
import io.coffer.command.kernel.Decision;
import io.coffer.command.promotions.Campaign.Stage;
import java.time.Instant;

/** What one order gets of a budget: set aside before anybody pays, taken by the payment, given back by refunds. */
final class DiscountRules {

    private DiscountRules() {}

    static Decision<CampaignEvent> lock(Campaign campaign, LockDiscount command, Instant at) {
        var terms = campaign.terms();
        if (campaign.locked().containsKey(command.order()) || campaign.orders().contains(command.order())) {
            return reject(new DiscountAlreadyGiven(command.order()));
        }
        if (campaign.stage() != Stage.APPROVED || at.isBefore(terms.from()) || !at.isBefore(terms.until())) {
            return reject(new CampaignNotRunning(terms.from(), terms.until()));
        }
        if (command.amount().exceeds(terms.most()) || terms.threshold().exceeds(command.price())) {
            return reject(new DiscountOutOfTerms(terms.most(), terms.threshold()));
        }
        var gap = command.amount().above(campaign.left());
        return gap.isZero()
                ? accept(new DiscountLocked(command.campaign(), command.order(), command.amount(), terms.funder()))
                : reject(new BudgetExhausted(gap, campaign.left()));
    }

    static Decision<CampaignEvent> unlock(Campaign campaign, UnlockDiscount command) {
        var amount = campaign.locked().get(command.order());
        return amount == null
                ? reject(new DiscountNotLocked(command.order()))
                : accept(new DiscountUnlocked(command.campaign(), command.order(), amount, command.reason()));
    }

    static Decision<CampaignEvent> consumed(Campaign campaign, RecordDiscountConsumed command) {
        var amount = campaign.locked().get(command.order());
        if (amount != null) {
            return accept(new DiscountConsumed(command.campaign(), command.order(), amount));
        }
        return campaign.orders().contains(command.order())
                ? alreadyDone()
                : reject(new DiscountNotLocked(command.order()));
    }

    static Decision<CampaignEvent> returned(Campaign campaign, RecordDiscountReturned command) {
        if (campaign.returned().containsKey(command.refund())) {
            return alreadyDone();
        }
        return command.amount().exceeds(campaign.borne())
                ? reject(new DiscountNotConsumed(campaign.borne()))
                : accept(new DiscountReturned(command.campaign(), command.refund(), command.amount()));
    }

    static Decision<CampaignEvent> undone(Campaign campaign, UndoDiscountReturn command) {
        var amount = campaign.returned().get(command.refund());
        return amount == null
                ? alreadyDone()
                : accept(new DiscountReturnUndone(command.campaign(), command.refund(), amount));
    }
}
