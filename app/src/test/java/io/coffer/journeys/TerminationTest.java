package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The termination of a contract, over HTTP")
class TerminationTest {

    private static final String GOOD_CARD = "6217000000009000";
    private static final String CLOSED_CARD = "6217000000009008";

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    @DisplayName("T46: divides 2,000,000 among buyer, lender and seller, pays every part and closes the account")
    void divides_the_balance_and_closes() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        var sale = dissolved.sale();
        dissolved.request().isAccepted();
        sale.account("TERMINATING");
        sale.release("R-1", "1.00").isRefused(409, "NOT_IN_THIS_STATE");
        assertThat(coffer.as("operator-1").all("/v1/work-lists/terminations", coffer.settled()))
                .anyMatch(item ->
                        item.toString().contains(sale.id()) && item.toString().contains("PLAN_MISSING"));

        var agreed = dissolved.agree(dissolved.wholePlan()).isAccepted();
        assertThat(agreed.text()).contains("accounts.TerminationPlanAgreed");
        dissolved.agree(dissolved.wholePlan()).isRefused(409, "TERMINATION_PLAN_UNDECIDED");
        var pending =
                Until.is(sale::account, account -> account.at("/termination").has("pending"));
        assertThat(pending.at("/termination/pending/checkersRequired").asInt()).isEqualTo(2);
        assertThat(pending.at("/termination/pending/legs/2/fromHoldback/value").asString())
                .isEqualTo("50000.00");

        dissolved.approve(1, "checker-1");
        assertThat(coffer.bank().instructionsFor(dissolved.refundPayout("Y-1", 1)))
                .isZero();
        dissolved.approve(1, "checker-2");
        var account = sale.account("TERMINATED");

        assertThat(account.at("/total/value").asString()).isEqualTo("0.00");
        for (var leg : new String[] {"Y-1", "Y-2", "Y-3"}) {
            sale.releaseIs(leg, "PAID");
        }
        for (var payout : new String[] {dissolved.refundPayout("Y-1", 1), sale.payout("Y-2"), sale.payout("Y-3")}) {
            assertThat(coffer.bank().debitsOf(payout)).hasSize(1);
        }
        assertThat(coffer.bank().instructionsFor(sale.payout("Y-1"))).isZero();
        assertThat(dissolved.refund("Y-1", "SUCCEEDED").at("/kind").asString()).isEqualTo("CANCELLATION");
        assertThat(coffer.as("acme").get(sale.path() + "/money").text()).contains("PAID_OUT", "lender-1");
        coffer.assertAllHold();
        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
    }

    @Test
    @DisplayName("T32: refuses a plan that gives the loan to the buyer, and one that does not add up")
    void refuses_what_may_not_be_signed() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        dissolved.agree(dissolved.wholePlan()).isRefused(409, "NOT_IN_THIS_STATE");
        dissolved.request().isAccepted();

        var refusal = dissolved
                .agree(
                        dissolved.toBuyer("Y-1", "550000.00"),
                        dissolved.loanToBuyer("Y-2", "1400000.00"),
                        dissolved.to("seller-1", "Y-3", "50000.00"))
                .isRefused(422, "LOAN_NOT_TO_LENDER");
        assertThat(refusal.text()).contains("1400000.00");
        dissolved
                .agree(
                        dissolved.toBuyer("Y-1", "550000.00"),
                        dissolved.to("lender-1", "Y-2", "1400000.00"),
                        dissolved.to("seller-1", "Y-3", "49999.99"))
                .isRefused(422, "TERMINATION_PLAN_UNBALANCED");
        dissolved.agree(dissolved.to("buyer-1", "Y-1", "2000000.00")).isRefused(422, "TERMINATION_PLAN_INVALID");
        dissolved.withdraw().isAccepted();
        dissolved.sale().account("FUNDED");
        coffer.assertAllHold();
    }

    @Test
    void waits_for_a_freeze_before_the_parties_sign_and_after() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        var sale = dissolved.sale();
        dissolved.request().isAccepted();
        sale.freeze("acme", "F-1", "DISPUTE", "buyer-1", "0.01").isAccepted();
        var refusal = dissolved.agree(dissolved.wholePlan()).isRefused(409, "TERMINATION_BLOCKED");
        assertThat(refusal.text()).contains("FREEZE_IN_FORCE", "F-1");
        sale.unfreeze("acme", "F-1", "buyer-1", "[]").isAccepted();
        sale.approveUnfreeze("F-1");
        sale.frozen("0.00");

        dissolved.agree(dissolved.wholePlan()).isAccepted();
        sale.freeze("acme", "F-2", "DISPUTE", "buyer-1", "0.01").isAccepted();
        dissolved.approve(1, "checker-1", "checker-2");
        Until.is(sale::account, account -> !account.at("/termination").has("pending"));
        assertThat(coffer.bank().instructionsFor(dissolved.refundPayout("Y-1", 1)))
                .isZero();
        coffer.assertAllHold();
    }

    @Test
    void pays_a_returned_part_again_and_is_terminated_then() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        var sale = dissolved.sale();
        dissolved.request().isAccepted();
        dissolved.agree(dissolved.wholePlan()).isAccepted();
        dissolved.approve(1, "checker-1", "checker-2");
        sale.account("TERMINATED");

        sale.comesBack("Y-2");
        sale.account("TERMINATING");
        coffer.as("acme").post(sale.path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        sale.reissue("Y-2").isAccepted();
        sale.approveReissue("Y-2", "checker-1");
        sale.payoutView("Y-2:1", "SUCCEEDED");
        sale.account("TERMINATED");
        coffer.assertAllHold();
    }

    @Test
    void gives_a_seller_his_own_hold_back_and_expects_none_after_that() {
        var sale = HomeSale.openedWith(coffer, "PAID_BY_SELLER", "1000.00", "50.00");
        sale.bindPayee(GOOD_CARD);
        var down = HomeSale.receipt(sale.pay("1000.00"));
        sale.payAs("李梅", "20.00");
        Until.is(sale::account, account -> account.at("/total/value").asString().equals("1020.00"));
        sale.say("acme", "/termination", """
                {"reason":"BOTH_AGREE","evidence":%s}""".formatted(HomeSale.EVIDENCE)).isAccepted();
        sale.say("acme", "/termination/plans", """
                {"legs":[{"legNo":"Y-1","partyId":"buyer-1","amount":%s,"receipt":"%s"},
                         {"legNo":"Y-2","partyId":"seller-1","amount":%s}],
                 "signatures":[%s,%s]}""".formatted(
                                HomeSale.cny("1000.00"),
                                down,
                                HomeSale.cny("20.00"),
                                HomeSale.answer("buyer-1"),
                                HomeSale.answer("seller-1")))
                .isAccepted();
        sale.approveAs("AR:acme:terminate:" + sale.contract() + ":1", "checker-1");
        var account = sale.account("TERMINATED");
        assertThat(account.at("/holdback/toBePaidIn/value").asString()).isEqualTo("0.00");

        sale.payAs("李梅", "30.00");
        Until.is(sale::account, late -> late.at("/setApart/value").asString().equals("30.00"));
        coffer.as("acme").post(sale.path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        coffer.assertAllHold();
    }

    @Test
    void divides_what_a_closed_card_refused_by_another_plan() {
        var dissolved = new DissolvedHomeSale(coffer, CLOSED_CARD);
        var sale = dissolved.sale();
        dissolved.request().isAccepted();
        var key = "termination-" + sale.contract();
        var path = sale.path() + "/termination/plans";
        var body = dissolved.plan(dissolved.wholePlan());
        coffer.as("acme").ask("POST", path, body).key(key).answer().isAccepted();
        var again = coffer.as("acme").ask("POST", path, body).key(key).answer().isAccepted();
        assertThat(again.text()).contains("accounts.TerminationPlanAgreed");
        dissolved.approve(1, "checker-1", "checker-2");
        sale.releaseIs("Y-1", "PAID");
        sale.releaseIs("Y-2", "PAID");
        sale.releaseIs("Y-3", "FAILED");
        var left = sale.account("TERMINATING");
        assertThat(left.at("/buckets/holdback/value").asString()).isEqualTo("50000.00");
        dissolved.withdraw().isRefused(409, "TERMINATION_CARRIED_OUT");

        dissolved.agree(dissolved.toBuyer("Y-4", "50000.00")).isAccepted();
        dissolved.approve(2, "checker-1");
        sale.releaseIs("Y-4", "PAID");
        sale.account("TERMINATED");
        assertThat(coffer.bank().debitsOf(sale.payout("Y-3"))).isEmpty();
        coffer.assertAllHold();
    }
}
