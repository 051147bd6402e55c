package io.coffer.command.promotions;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Role;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignCommand.ApproveCampaign;
import io.coffer.api.promotions.CampaignCommand.CreateCampaign;
import io.coffer.api.promotions.CampaignCommand.EndCampaign;
import io.coffer.api.promotions.CampaignCommand.LockDiscount;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.RejectCampaign;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.promotions.CampaignCommand.UnlockDiscount;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignRejection.CampaignTermsNotPossible;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Funder;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.promotions.Campaign.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a campaign begins and ends ({@code domain.md} 1.9): the money is the institution's or owed to it, so two of its people agree. */
final class CampaignRules {

    /** {@code domain.md} says nothing of it: what runs longer is a price, not a promotion. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final int ONE_CHECKER = 1;

    private static final String OURSELVES = "PLATFORM_OWN";

    private CampaignRules() {}

    static Decision<CampaignEvent> decide(CampaignState state, CampaignCommand command, Given given) {
        return switch (state) {
            case CampaignState.Uncreated _
            when command instanceof CreateCampaign create ->
                Decision.unless(Access.toOpen(create.campaign(), given, mayGive(create)), () -> create(create, given));
            case CampaignState.Uncreated _ ->
                Decision.unless(Access.to(command.campaign(), false, given), Decision::alreadyDone);
            case Campaign campaign ->
                Decision.unless(
                        Access.to(command.campaign(), true, given, mayGive(command)),
                        () -> decideCreated(campaign, command, given));
        };
    }

    private static Decision<CampaignEvent> decideCreated(Campaign campaign, CampaignCommand command, Given given) {
        return switch (command) {
            case CreateCampaign c -> reject(new AlreadyExists(c.campaign().value()));
            case ApproveCampaign c -> approve(campaign, c, given);
            case RejectCampaign c -> dismiss(campaign, c, given);
            case EndCampaign c -> end(campaign, c);
            case LockDiscount c -> DiscountRules.lock(campaign, c, given.at());
            case UnlockDiscount c -> DiscountRules.unlock(campaign, c);
            case RecordDiscountConsumed c -> DiscountRules.consumed(campaign, c);
            case RecordDiscountReturned c -> DiscountRules.returned(campaign, c);
            case UndoDiscountReturn c -> DiscountRules.undone(campaign, c);
        };
    }

    private static Role[] mayGive(CampaignCommand command) {
        return switch (command) {
            case CreateCampaign _, EndCampaign _ -> new Role[] {Role.OPERATOR};
            case ApproveCampaign _, RejectCampaign _ -> new Role[] {Role.OPERATOR, Role.POLICY};
            case LockDiscount _,
                    UnlockDiscount _,
                    RecordDiscountConsumed _,
                    RecordDiscountReturned _,
                    UndoDiscountReturn _ -> new Role[] {Role.POLICY};
        };
    }

    private static Decision<CampaignEvent> create(CreateCampaign command, Given given) {
        return objection(command.terms(), given)
                .<Decision<CampaignEvent>>map(reason -> reject(new CampaignTermsNotPossible(reason)))
                .orElseGet(() -> accept(new CampaignCreated(
                        command.campaign(), command.terms(), given.actor().subject())));
    }

    private static Optional<String> objection(CampaignTerms terms, Given given) {
        // The own book knows a funder by this name, and would take him for the institution.
        if (terms.funder() instanceof Funder.PostBilled(var name) && name.equalsIgnoreCase(OURSELVES)) {
            return Optional.of("whoever is billed is not called " + OURSELVES);
        }
        if (terms.most().isZero() || terms.most().exceeds(terms.budget())) {
            return Optional.of("one order gets more than nothing and at most the budget");
        }
        if (!terms.threshold().exceeds(terms.most())) {
            return Optional.of("a price that gets a discount is greater than the discount");
        }
        if (!terms.until().isAfter(terms.from()) || !terms.until().isAfter(given.at())) {
            return Optional.of("it ends after its beginning, and not before now");
        }
        return Duration.between(terms.from(), terms.until()).compareTo(LONGEST) > 0
                ? Optional.of("it runs for " + LONGEST.toDays() + " days at most")
                : Optional.empty();
    }

    private static Decision<CampaignEvent> approve(Campaign campaign, ApproveCampaign command, Given given) {
        if (campaign.stage() != Stage.PROPOSED) {
            return reject(notIn(campaign, Stage.PROPOSED));
        }
        return Decision.unless(
                FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()),
                () -> command.terms().equals(campaign.terms())
                        ? accept(new CampaignApproved(
                                command.campaign(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new CampaignTermsNotPossible("other terms were proposed")));
    }

    /** Nobody agreed, or its proposer does not want it any more. A policy that comes too late has nothing to end. */
    private static Decision<CampaignEvent> dismiss(Campaign campaign, RejectCampaign command, Given given) {
        return switch (campaign.stage()) {
            case PROPOSED -> accept(new CampaignRejected(command.campaign(), command.reason()));
            case REJECTED -> alreadyDone();
            case APPROVED, ENDED ->
                given.actor().has(Role.POLICY) ? alreadyDone() : reject(notIn(campaign, Stage.PROPOSED));
        };
    }

    private static Decision<CampaignEvent> end(Campaign campaign, EndCampaign command) {
        return switch (campaign.stage()) {
            case APPROVED -> accept(new CampaignEnded(command.campaign(), command.reason()));
            case ENDED -> alreadyDone();
            case PROPOSED, REJECTED -> reject(notIn(campaign, Stage.APPROVED));
        };
    }

    private static NotInThisState notIn(Campaign campaign, Stage allowed) {
        return new NotInThisState(campaign.stage().name(), List.of(allowed.name()));
    }
}
