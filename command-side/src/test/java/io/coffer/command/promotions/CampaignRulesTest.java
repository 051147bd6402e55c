package io.coffer.command.promotions;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.CAROL;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.promotions.Promotion.APPROVED;
import static io.coffer.command.promotions.Promotion.CAMPAIGN;
import static io.coffer.command.promotions.Promotion.CREATED;
import static io.coffer.command.promotions.Promotion.DISCOUNT;
import static io.coffer.command.promotions.Promotion.OWN;
import static io.coffer.command.promotions.Promotion.TERMS;
import static io.coffer.command.promotions.Promotion.UNTIL;
import static io.coffer.command.promotions.Promotion.agreed;
import static io.coffer.command.promotions.Promotion.proposed;
import static io.coffer.command.promotions.Promotion.running;
import static io.coffer.command.promotions.Promotion.terms;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.promotions.CampaignCommand.ApproveCampaign;
import io.coffer.api.promotions.CampaignCommand.CreateCampaign;
import io.coffer.api.promotions.CampaignCommand.EndCampaign;
import io.coffer.api.promotions.CampaignCommand.RejectCampaign;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignRejection.CampaignTermsNotPossible;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Funder;
import io.coffer.command.kernel.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A campaign")
class CampaignRulesTest {

    private static final EndCampaign END = new EndCampaign(CAMPAIGN, "NOT_WANTED");
    private static final RejectCampaign REJECT = new RejectCampaign(CAMPAIGN, "DECLINED");

    @Test
    void is_proposed_once_by_people_of_the_institution() {
        fresh().when(new CreateCampaign(CAMPAIGN, TERMS), OPERATOR).records(CREATED);
        proposed().when(new CreateCampaign(CAMPAIGN, TERMS), OPERATOR).isRefused(new AlreadyExists(CAMPAIGN.value()));
        fresh().when(new CreateCampaign(CAMPAIGN, TERMS), BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        fresh().when(END, OPERATOR).isRefused(new NotFound(CAMPAIGN.value()));
    }

    @Test
    void gives_something_and_at_most_its_budget_to_one_order() {
        refuses(
                with(Money.yuan(100), Money.ZERO, Money.yuan(1_000)),
                "one order gets more than nothing and at most the budget");
        refuses(
                with(Money.fen(4_999), DISCOUNT, Money.yuan(1_000)),
                "one order gets more than nothing and at most the budget");
        takes(with(DISCOUNT, DISCOUNT, Money.yuan(1_000)));
    }

    /** The own book would take such a funder for the institution. */
    @Test
    void bills_nobody_by_the_name_of_the_institution() {
        for (var name : List.of("PLATFORM_OWN", "platform_own")) {
            refuses(billed(name), "whoever is billed is not called PLATFORM_OWN");
        }
        takes(billed("PLATFORM_OWN-2"));
    }

    private static CampaignTerms billed(String name) {
        return new CampaignTerms(
                new Funder.PostBilled(name), Money.yuan(100), DISCOUNT, Money.yuan(1_000), NOON, UNTIL);
    }

    @Test
    void leaves_the_payer_something_to_pay() {
        refuses(with(Money.yuan(100), DISCOUNT, DISCOUNT), "a price that gets a discount is greater than the discount");
        takes(with(Money.yuan(100), DISCOUNT, DISCOUNT.plus(Money.fen(1))));
    }

    @Test
    void runs_for_a_time_that_is_not_over_and_not_too_long() {
        var reason = "it ends after its beginning, and not before now";
        refuses(between(NOON, NOON), reason);
        refuses(between(NOON.minusSeconds(60), NOON), reason);
        takes(between(NOON.minusSeconds(60), NOON.plusNanos(1)));
        takes(between(NOON, NOON.plus(CampaignRules.LONGEST)));
        refuses(between(NOON, NOON.plus(CampaignRules.LONGEST).plusNanos(1)), "it runs for 366 days at most");
    }

    @Test
    void needs_a_second_person_who_saw_the_same_terms() {
        proposed()
                .when(new ApproveCampaign(CAMPAIGN, TERMS, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        proposed().when(agreed(TERMS, "olga"), POLICY).isRefused(new ApproversInsufficient(1, List.of("olga")));
        proposed()
                .when(agreed(terms(Money.yuan(101)), "carol"), POLICY)
                .isRefused(new CampaignTermsNotPossible("other terms were proposed"));
        proposed().when(agreed(TERMS, "carol"), POLICY).records(APPROVED);
        proposed().when(agreed(TERMS, "carol"), CAROL).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
        running().when(agreed(TERMS, "carol"), POLICY).isRefused(notIn("APPROVED", "PROPOSED"));
    }

    @Test
    void that_nobody_agreed_to_gives_nothing_for_ever() {
        var rejected = new CampaignRejected(CAMPAIGN, "DECLINED");
        proposed().when(REJECT, POLICY).records(rejected);
        running().when(REJECT, POLICY).changesNothing();
        proposed().given(rejected).when(agreed(TERMS, "carol"), POLICY).isRefused(notIn("REJECTED", "PROPOSED"));
        proposed().given(rejected).when(END, OPERATOR).isRefused(notIn("REJECTED", "APPROVED"));
    }

    @Test
    void is_taken_back_by_its_people_while_nobody_has_agreed() {
        var rejected = new CampaignRejected(CAMPAIGN, "DECLINED");
        proposed().when(REJECT, OPERATOR).records(rejected);
        proposed().given(rejected).when(REJECT, OPERATOR).changesNothing();
        running().when(REJECT, OPERATOR).isRefused(notIn("APPROVED", "PROPOSED"));
        running().given(new CampaignEnded(CAMPAIGN, "X")).when(REJECT, OPERATOR).isRefused(notIn("ENDED", "PROPOSED"));
        running().given(new CampaignEnded(CAMPAIGN, "X")).when(REJECT, POLICY).changesNothing();
        proposed().when(REJECT, BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
    }

    @Test
    void ends_when_people_say_so() {
        var ended = new CampaignEnded(CAMPAIGN, "NOT_WANTED");
        running().when(END, OPERATOR).records(ended);
        running().given(ended).when(END, OPERATOR).changesNothing();
        proposed().when(END, OPERATOR).isRefused(notIn("PROPOSED", "APPROVED"));
        running().when(END, STRANGER).isRefused(new NotFound(CAMPAIGN.value()));
    }

    @Test
    void has_a_history_that_begins_with_its_creation_and_has_one_only() {
        assertThatIllegalStateException()
                .isThrownBy(() -> fresh().given(APPROVED).when(END, OPERATOR));
        assertThatIllegalStateException()
                .isThrownBy(() -> proposed().given(CREATED).when(END, OPERATOR));
    }

    private static Scenario fresh() {
        return Scenario.of(new PureCampaign());
    }

    private static NotInThisState notIn(String is, String allowed) {
        return new NotInThisState(is, List.of(allowed));
    }

    private static CampaignTerms with(Money budget, Money most, Money threshold) {
        return new CampaignTerms(OWN, budget, most, threshold, NOON, UNTIL);
    }

    private static CampaignTerms between(Instant from, Instant until) {
        return new CampaignTerms(OWN, Money.yuan(100), DISCOUNT, Money.yuan(1_000), from, until);
    }

    private static void takes(CampaignTerms terms) {
        fresh().when(new CreateCampaign(CAMPAIGN, terms), OPERATOR)
                .records(new CampaignCreated(CAMPAIGN, terms, "olga"));
    }

    private static void refuses(CampaignTerms terms, String reason) {
        fresh().when(new CreateCampaign(CAMPAIGN, terms), OPERATOR).isRefused(new CampaignTermsNotPossible(reason));
    }
}
