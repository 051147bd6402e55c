package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a clock of its own: days pass here. */
@DisplayName("Money that the bank gave back")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnsTest {

    private final RunningCoffer coffer = RunningCoffer.withClock();

    @AfterAll
    void stop() {
        coffer.close();
    }

    @Test
    @DisplayName("T15: is paid to a new card a day after two people changed it, and after two people let it go")
    void is_paid_to_a_new_card_after_a_day_and_by_two_people() {
        var sale = paidOut("60000.00");
        sale.comesBack("R-1");
        assertThat(sale.account("RELEASING").at("/returned/value").asString()).isEqualTo("60000.00");
        assertThat(money(sale)).contains("CAME_BACK");
        coffer.assertAllHold();

        sale.changePayee(1, "6217000000009001");
        sale.reissue("R-1").isRefused(409, "PAYEE_NOT_EFFECTIVE");
        coffer.passes("PT24H");
        sale.reissue("R-1").isAccepted();
        sale.releaseIs("R-1", "REISSUE_REQUESTED");
        assertThat(coffer.bank().instructionsFor(sale.payout("R-1:1"))).isZero();
        sale.approveReissue("R-1", "checker-1");

        sale.payoutView("R-1:1", "SUCCEEDED");
        sale.account("COMPLETED");
        assertThat(coffer.bank().debitsOf(sale.payout("R-1"))).singleElement().satisfies(debit -> {
            assertThat(debit.path("count").asInt()).isEqualTo(1);
            assertThat(debit.path("returns").asInt()).isEqualTo(1);
        });
        assertThat(coffer.bank().debitsOf(sale.payout("R-1:1"))).singleElement().satisfies(debit -> {
            assertThat(debit.path("count").asInt()).isEqualTo(1);
            assertThat(debit.path("returns").asInt()).isZero();
        });
        assertThat(movements(sale)).endsWith("OUT RETURNED REISSUED OUT");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T21: blocks the closure at a balance of zero while it is on its way again, and undecided before")
    void blocks_the_closure_until_it_is_paid_again() {
        var sale = paidOut("100.00");
        sale.comesBack("R-1");
        var closure = sale.path() + "/closure";
        assertThat(coffer.as("acme")
                        .post(closure)
                        .isRefused(409, "CLOSURE_BLOCKED")
                        .text())
                .contains("RETURN_UNDECIDED");
        coffer.bank().script(sale.payout("R-1:1"), "NEVER_ANSWERS_NOT_EXECUTED");
        sale.reissue("R-1").isAccepted();
        sale.approveReissue("R-1", "checker-1");
        var account = sale.releaseIs("R-1", "REISSUED");
        assertThat(account.at("/total/value").asString()).isEqualTo("0.00");
        assertThat(coffer.as("acme")
                        .post(closure)
                        .isRefused(409, "CLOSURE_BLOCKED")
                        .text())
                .contains("PAYOUT_IN_TRANSIT")
                .doesNotContain("BALANCE_NOT_ZERO");
        coffer.passes("PT1M");
        sale.payoutView("R-1:1", "SUCCEEDED");
        sale.account("COMPLETED");
        coffer.as("acme").post(closure).isAccepted();
        sale.account("CLOSED");
    }

    @Test
    void before_it_was_known_to_be_paid_is_kept_and_booked_with_the_payment() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009011");
        sale.release("R-1", "100.00").isAccepted();

        sale.releaseIs("R-1", "RETURNED");

        assertThat(coffer.as("auditor").get("/v1/payouts/" + sale.payout("R-1") + "/events").items().stream()
                        .map(event -> event.path("name").asString()))
                .containsSubsequence(
                        "payouts.PayoutReturnAnnounced", "payouts.PayoutSucceeded", "payouts.PayoutReturned");
        assertThat(coffer.bank().journal("RETURN_NOTICE", sale.payout("R-1")))
                .as("the bank tells it once")
                .singleElement()
                .satisfies(notice -> assertThat(notice.path("status").asInt()).isEqualTo(200));
        assertThat(movements(sale)).endsWith("OUT RETURNED");
        coffer.assertAllHold();
    }

    @Test
    void goes_back_into_the_account_and_out_again_when_its_owner_wants_that() {
        var sale = paidOut("100.00");
        sale.comesBack("R-1");
        coffer.as("operator-1").post(sale.path() + "/releases/R-1/restoration").isAccepted();
        assertThat(sale.account("RELEASABLE").at("/buckets/available/value").asString())
                .isEqualTo("100.00");
        sale.release("R-2", "100.00").isAccepted();
        sale.payoutView("R-2", "SUCCEEDED");
        sale.account("COMPLETED");
        assertThat(movements(sale)).endsWith("OUT RETURNED RESTORED RESERVED OUT");
        coffer.assertAllHold();
    }

    @Test
    void late_after_the_closure_is_paid_again_and_nothing_else() {
        var sale = paidOut("100.00");
        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
        sale.comesBack("R-1");
        assertThat(coffer.as("operator-1")
                        .get("/v1/work-lists/returned-payouts?limit=200", coffer.settled())
                        .text())
                .contains(sale.id());
        coffer.as("acme").post(sale.path() + "/releases/R-1/restoration").isRefused(409, "NOT_IN_THIS_STATE");
        sale.reissue("R-1").isAccepted();
        sale.approveReissue("R-1", "checker-2");
        sale.payoutView("R-1:1", "SUCCEEDED");
        sale.releaseIs("R-1", "PAID");
        sale.account("CLOSED");
        coffer.assertAllHold();
    }

    @Test
    void of_a_release_that_nobody_approved_never_left() {
        var sale = HomeSale.releasable(coffer, "60000.00", "6217000000009000");
        sale.release("R-1", "60000.00").isAccepted();
        var approval = "/v1/approvals/" + sale.approval("R-1");
        Until.is(() -> coffer.as("checker-1").get(approval), answer -> answer.status() == 200);
        assertThat(coffer.as("checker-1").get("/v1/work-lists").text()).contains("\"name\":\"approvals\"");
        coffer.passes("PT24H");
        var account = sale.releaseIs("R-1", "REJECTED");
        assertThat(account.at("/releases/0/reason").asString()).isEqualTo("APPROVAL_EXPIRED");
        assertThat(account.at("/buckets/available/value").asString()).isEqualTo("60000.00");
        assertThat(coffer.as("checker-1").get(approval).at("/state")).isEqualTo("EXPIRED");
    }

    private HomeSale paidOut(String amount) {
        var sale = HomeSale.releasable(coffer, amount, "6217000000009000");
        sale.release("R-1", amount).isAccepted();
        if (new java.math.BigDecimal(amount).compareTo(new java.math.BigDecimal(50_000)) >= 0) {
            sale.approve("R-1", "checker-1");
        }
        sale.payoutView("R-1", "SUCCEEDED");
        sale.account("COMPLETED");
        return sale;
    }

    private String money(HomeSale sale) {
        return coffer.as("acme").get(sale.path() + "/money").text();
    }

    private String movements(HomeSale sale) {
        var kinds = coffer.as("acme").get(sale.path() + "/movements").json().path("items");
        return StreamSupport.stream(kinds.spliterator(), false)
                .map(movement -> movement.path("kind").asString())
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
