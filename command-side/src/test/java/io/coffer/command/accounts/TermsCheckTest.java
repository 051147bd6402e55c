package io.coffer.command.accounts;

import static io.coffer.api.accounts.HoldbackSource.FROM_BUYER_PAYMENT;
import static io.coffer.api.accounts.HoldbackSource.PAID_BY_SELLER;
import static io.coffer.command.accounts.Sale.CONDITIONS;
import static io.coffer.command.accounts.Sale.DOWN;
import static io.coffer.command.accounts.Sale.LENT;
import static io.coffer.command.accounts.Sale.PARTIES;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.TERMS;
import static io.coffer.command.accounts.Sale.planned;
import static io.coffer.command.accounts.Sale.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.accounts.ReleaseConditions;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Terms")
class TermsCheckTest {

    private static final ReleaseConditions TRANSFER =
            new ReleaseConditions.Single(ReleaseCondition.TRANSFER_REGISTERED);

    @Test
    void of_a_plain_sale_can_be_kept() {
        assertThat(TermsCheck.reasonsAgainst(TERMS, PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(Sale.open())).isEmpty();
    }

    @Test
    void that_are_wrong_in_every_way_list_every_reason_at_once() {
        var wrong = EscrowTerms.plain(
                "BJ",
                List.of(planned(PaymentItem.TAX, Money.ZERO), planned(PaymentItem.TAX, Money.fen(10_000_000_000_001L))),
                new ReleaseConditions.AllOf(List.of()),
                new ApprovalTiers(Money.yuan(2), Money.yuan(1)));

        assertThat(TermsCheck.reasonsAgainst(wrong, List.of()))
                .containsExactly(
                        "no buyer",
                        "no seller",
                        "a payment item is planned twice",
                        "TAX expects nothing",
                        "TAX has a payer role that no party has",
                        "TAX expects too much",
                        "TAX has a payer role that no party has",
                        "the second tier lies below the first",
                        "an empty group of conditions");
    }

    @Test
    void without_a_payment_plan_nothing() {
        assertThat(TermsCheck.reasonsAgainst(terms(), PARTIES)).containsExactly("no planned payment");
    }

    @Test
    void plan_every_item_there_is_and_no_more() {
        var all = new ArrayList<PlannedPayment>();
        for (var item : PaymentItem.values()) {
            all.add(planned(item, Money.yuan(1)));
        }
        assertThat(TermsCheck.reasonsAgainst(terms(all.toArray(PlannedPayment[]::new)), PARTIES))
                .isEmpty();

        all.add(planned(PaymentItem.TAX, Money.yuan(1)));
        assertThat(TermsCheck.reasonsAgainst(terms(all.toArray(PlannedPayment[]::new)), PARTIES))
                .containsExactly("more than 7 planned payments", "a payment item is planned twice");
    }

    @Test
    void keep_back_less_than_the_price_and_for_objections_of_one_to_sixty_days() {
        assertThat(TermsCheck.reasonsAgainst(Sale.HELD_TERMS, PARTIES)).isEmpty();
        assertThat(heldBack(FROM_BUYER_PAYMENT, PRICE.minus(Money.fen(1)), 1)).isEmpty();
        assertThat(heldBack(FROM_BUYER_PAYMENT, PRICE, 60)).containsExactly("the hold-back is all of the price");
        assertThat(heldBack(FROM_BUYER_PAYMENT, Money.ZERO, 0))
                .containsExactly("a hold-back of nothing", "the seller objects to a claim within 1 to 60 days");
        assertThat(heldBack(FROM_BUYER_PAYMENT, Money.fen(1), 61))
                .containsExactly("the seller objects to a claim within 1 to 60 days");
    }

    @Test
    void let_the_seller_pay_a_hold_back_beside_the_plan() {
        assertThat(heldBack(PAID_BY_SELLER, PRICE.plus(Money.fen(1)), 60)).isEmpty();
        assertThat(heldBack(PAID_BY_SELLER, Money.ZERO, 5)).containsExactly("a hold-back of nothing");
        var terms = new EscrowTerms(
                TERMS.agreementVersion(),
                List.of(DOWN, LENT, planned(PaymentItem.HOLDBACK_DEPOSIT, Money.yuan(1))),
                CONDITIONS,
                ApprovalTiers.standard(),
                Optional.empty(),
                Optional.of(new HoldbackTerms(PAID_BY_SELLER, Money.yuan(1), 5)));
        assertThat(TermsCheck.reasonsAgainst(terms, PARTIES))
                .containsExactly("the hold-back that the seller pays in is in the plan too");
    }

    private static List<String> heldBack(HoldbackSource source, Money amount, int days) {
        var terms = new EscrowTerms(
                TERMS.agreementVersion(),
                TERMS.plan(),
                TERMS.releaseConditions(),
                TERMS.tiers(),
                Optional.empty(),
                Optional.of(new HoldbackTerms(source, amount, days)));
        return TermsCheck.reasonsAgainst(terms, PARTIES);
    }

    @Test
    void expect_up_to_a_hundred_billion_yuan_of_one_payment() {
        var most = Money.yuan(100_000_000_000L);

        assertThat(TermsCheck.reasonsAgainst(terms(planned(PaymentItem.TAX, most)), PARTIES))
                .isEmpty();
        assertThat(TermsCheck.reasonsAgainst(terms(planned(PaymentItem.TAX, most.plus(Money.fen(1)))), PARTIES))
                .containsExactly("TAX expects too much");
    }

    @Test
    void never_ask_for_fewer_people_than_the_standard() {
        var fewer = "the tiers ask for fewer people than the standard 50000.00 CNY and 1000000.00 CNY";

        assertThat(TermsCheck.reasonsAgainst(tiers(50_000, 1_000_000), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(tiers(50_001, 1_000_000), PARTIES)).containsExactly(fewer);
        assertThat(TermsCheck.reasonsAgainst(tiers(50_000, 1_000_001), PARTIES)).containsExactly(fewer);
    }

    @Test
    void have_tiers_in_order() {
        assertThat(TermsCheck.reasonsAgainst(tiers(10, 10), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(tiers(10, 9), PARTIES))
                .containsExactly("the second tier lies below the first");
    }

    @Test
    void nest_their_conditions_up_to_four_deep() {
        assertThat(TermsCheck.reasonsAgainst(conditions(nested(4)), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(conditions(nested(5)), PARTIES))
                .containsExactly("the release conditions are nested deeper than 4");
    }

    @Test
    void join_up_to_ten_conditions_in_a_group() {
        assertThat(TermsCheck.reasonsAgainst(
                        conditions(new ReleaseConditions.AnyOf(Collections.nCopies(10, TRANSFER))), PARTIES))
                .isEmpty();
        assertThat(TermsCheck.reasonsAgainst(
                        conditions(new ReleaseConditions.AnyOf(Collections.nCopies(11, TRANSFER))), PARTIES))
                .containsExactly("a group of conditions is too wide");
    }

    @Test
    void have_no_empty_group_anywhere() {
        var hidden = new ReleaseConditions.AllOf(List.of(TRANSFER, new ReleaseConditions.AnyOf(List.of())));

        assertThat(TermsCheck.reasonsAgainst(conditions(hidden), PARTIES))
                .containsExactly("an empty group of conditions");
    }

    @Test
    void bind_up_to_twenty_parties() {
        assertThat(TermsCheck.reasonsAgainst(open(20))).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(open(21))).containsExactly("more than 20 parties");
    }

    @Test
    void are_paid_by_somebody_who_is_there() {
        var byLender = new PlannedPayment(
                PaymentItem.LOAN_PROCEEDS, Money.yuan(1), LocalDate.of(2026, 12, 31), PartyRole.LENDER);

        assertThat(TermsCheck.reasonsAgainst(terms(DOWN, byLender), PARTIES))
                .containsExactly("LOAN_PROCEEDS has a payer role that no party has");
    }

    private static OpenEscrowAccount open(int parties) {
        var all = new ArrayList<>(PARTIES);
        while (all.size() < parties) {
            all.add(new Party("A-" + all.size(), PartyRole.AGENT));
        }
        return new OpenEscrowAccount(Sale.ACCOUNT, Sale.CONTRACT, all, TERMS, Sale.CUSTODY);
    }

    private static EscrowTerms tiers(long first, long second) {
        return EscrowTerms.plain(
                "BJ", List.of(DOWN, LENT), CONDITIONS, new ApprovalTiers(Money.yuan(first), Money.yuan(second)));
    }

    @Test
    void let_a_dispute_last_from_a_day_to_a_quarter() {
        var reason = "a dispute holds money for 1 to 90 days";

        assertThat(TermsCheck.reasonsAgainst(freezes(0, 24), PARTIES)).containsExactly(reason);
        assertThat(TermsCheck.reasonsAgainst(freezes(1, 24), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(freezes(90, 24), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(freezes(91, 24), PARTIES)).containsExactly(reason);
    }

    @Test
    void let_fraud_prevention_think_from_an_hour_to_three_days() {
        var reason = "fraud prevention decides within 1 to 72 hours";

        assertThat(TermsCheck.reasonsAgainst(freezes(15, 0), PARTIES)).containsExactly(reason);
        assertThat(TermsCheck.reasonsAgainst(freezes(15, 1), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(freezes(15, 72), PARTIES)).isEmpty();
        assertThat(TermsCheck.reasonsAgainst(freezes(15, 73), PARTIES)).containsExactly(reason);
    }

    private static EscrowTerms freezes(int disputeDays, int riskHours) {
        return new EscrowTerms(
                "BJ",
                List.of(DOWN, LENT),
                CONDITIONS,
                ApprovalTiers.standard(),
                Optional.of(new FreezeTerms(disputeDays, riskHours)),
                Optional.empty());
    }

    private static EscrowTerms conditions(ReleaseConditions tree) {
        return EscrowTerms.plain("BJ", List.of(DOWN), tree, ApprovalTiers.standard());
    }

    private static ReleaseConditions nested(int depth) {
        return depth == 1 ? TRANSFER : new ReleaseConditions.AllOf(List.of(nested(depth - 1)));
    }
}
