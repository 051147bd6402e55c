package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("What a buyer gets back of a terminated contract, over HTTP")
class TerminationRefundsTest {

    private static final String GOOD_CARD = "6217000000009000";

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    @DisplayName(
            "T21: keeps the account open at balance 0, goes to another card of the payer's, and lets it close then")
    void keeps_the_account_open_until_the_payer_has_it() {
        var dissolved = refusedByTheCard();
        var sale = dissolved.sale();

        var waiting = dissolved.refund("Y-1", "REROUTE_PENDING");
        assertThat(waiting.at("/account").asString()).isEqualTo(sale.id());
        assertThat(waiting.has("order")).isFalse();
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("BUSINESS");
        assertBlockedByRefundOnly(dissolved);
        assertThat(coffer.as("acme").get(sale.path() + "/money").text())
                .contains("another account of the payer's is to be named");
        assertThat(coffer.as("acme").get("/v1/refunds?account=" + sale.id()).items())
                .hasSize(1);
        coffer.assertAllHold();

        dissolved.reroute("Y-1", "李梅", GOOD_CARD).isRefused(422, "REROUTE_HOLDER_DIFFERS");
        dissolved.reroute("Y-1", "王强", GOOD_CARD).isAccepted();
        dissolved.verify("Y-1", 2);
        dissolved.refund("Y-1", "SUCCEEDED");
        var account = sale.account("TERMINATED");
        assertThat(account.at("/releases/0/refundId").asString()).isEqualTo(dissolved.refund("Y-1"));
        assertThat(coffer.bank().debitsOf(dissolved.refundPayout("Y-1", 1))).isEmpty();
        assertThat(coffer.bank().debitsOf(dissolved.refundPayout("Y-1", 2))).hasSize(1);
        assertThat(coffer.as("auditor")
                        .get("/v1/refunds/" + dissolved.refund("Y-1") + "/events")
                        .text())
                .contains("refunds.RefundFunded", "refunds.RefundTransferFailed", "refunds.RefundTransferPaid");
        coffer.assertAllHold();

        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
    }

    @Test
    void that_its_bank_gives_back_looks_for_another_account_and_is_never_the_accounts_again() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        var sale = dissolved.sale();
        execute(dissolved);
        sale.account("TERMINATED");

        coffer.bank().returns(dissolved.refundPayout("Y-1", 1));
        dissolved.refund("Y-1", "REROUTE_PENDING");
        sale.account("TERMINATING");
        assertBlockedByRefundOnly(dissolved);
        coffer.assertAllHold();
        dissolved
                .onRefund("Y-1", "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isRefused(409, "PAYER_HAD_REFUND");

        dissolved.reroute("Y-1", "王强", GOOD_CARD).isAccepted();
        dissolved.verify("Y-1", 2);
        dissolved.refund("Y-1", "SUCCEEDED");
        sale.account("TERMINATED");
        assertThat(movements(sale)).endsWith("RETURNED OUT");
        coffer.assertAllHold();
    }

    @Test
    void that_its_bank_gives_back_is_kept_by_a_freeze_until_it_is_lifted() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        var sale = dissolved.sale();
        execute(dissolved);
        sale.account("TERMINATED");
        coffer.bank().returns(dissolved.refundPayout("Y-1", 1));
        dissolved.refund("Y-1", "REROUTE_PENDING");
        sale.account("TERMINATING");
        dissolved.reroute("Y-1", "王强", GOOD_CARD).isAccepted();

        sale.freezeWith("operator-1", "F-1", "RISK", "FRAUD-DESK", "[]").isAccepted();
        dissolved.verify("Y-1", 2);
        assertThat(dissolved.refund("Y-1", "REROUTE_PENDING").toString()).contains("RETURN_FROZEN");
        assertThat(coffer.bank().debitsOf(dissolved.refundPayout("Y-1", 2))).isEmpty();
        var kept = dissolved.reroute("Y-1", "王强", GOOD_CARD).isRefused(409, "RETURN_FROZEN");
        assertThat(kept.at("/orders/0/orderNo")).isEqualTo("F-1");
        assertThat(kept.at("/orders/0/kind")).isEqualTo("RISK");
        assertThat(kept.at("/free/value")).isEqualTo("0.00");
        coffer.assertAllHold();

        sale.unfreeze("operator-1", "F-1", "FRAUD-DESK", "[]").isAccepted();
        sale.approveUnfreeze("F-1");
        Until.is(
                sale::account,
                account -> account.at("/freezes/0/end").asString().equals("LIFTED"));
        dissolved.reroute("Y-1", "王强", GOOD_CARD).isAccepted();
        dissolved.verify("Y-1", 3);
        dissolved.refund("Y-1", "SUCCEEDED");
        sale.account("TERMINATED");
        assertThat(coffer.bank().debitsOf(dissolved.refundPayout("Y-1", 3))).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    void that_is_given_up_is_divided_anew() {
        var dissolved = refusedByTheCard();
        var sale = dissolved.sale();
        dissolved.refund("Y-1", "REROUTE_PENDING");

        dissolved
                .onRefund("Y-1", "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        dissolved.refund("Y-1", "CANCELLED");
        var left = sale.releaseIs("Y-1", "FAILED");
        assertThat(left.at("/buckets/available/value").asString()).isEqualTo("550000.00");
        coffer.assertAllHold();

        dissolved.bind("buyer-1", GOOD_CARD);
        dissolved.agree(dissolved.toBuyer("Y-4", "550000.00")).isAccepted();
        dissolved.approve(2, "checker-1");
        dissolved.refund("Y-4", "SUCCEEDED");
        sale.account("TERMINATED");
        dissolved
                .onRefund("Y-4", "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isRefused(409, "NOT_IN_THIS_STATE");
        coffer.assertAllHold();
    }

    @Test
    void falls_under_a_freeze_that_comes_while_no_bank_has_it() {
        var dissolved = refusedByTheCard();
        var sale = dissolved.sale();
        dissolved.refund("Y-1", "REROUTE_PENDING");

        sale.freeze("acme", "F-1", "DISPUTE", "buyer-1", "100.00").isAccepted();
        dissolved.refund("Y-1", "CANCELLED");
        sale.releaseIs("Y-1", "FAILED");
        sale.frozen("100.00");
        dissolved.reroute("Y-1", "王强", GOOD_CARD).isRefused(409, "NOT_IN_THIS_STATE");
        dissolved.agree(dissolved.toBuyer("Y-4", "550000.00")).isRefused(409, "TERMINATION_BLOCKED");
        coffer.assertAllHold();
    }

    /** Whose number is made of an account and a part, and of nothing that a business system may write. */
    @Test
    void has_a_number_that_no_business_system_can_take() {
        var till = Till.paid(coffer, "10.00");

        till.ask("EA:acme:C-1:Y-1", "1.00").isRefused(422, "MALFORMED_KEY");
    }

    private DissolvedHomeSale refusedByTheCard() {
        var dissolved = new DissolvedHomeSale(coffer, GOOD_CARD);
        coffer.bank().script(dissolved.refundPayout("Y-1", 1), "REFUSES");
        execute(dissolved);
        dissolved.sale().releaseIs("Y-2", "PAID");
        dissolved.sale().releaseIs("Y-3", "PAID");
        return dissolved;
    }

    private static void execute(DissolvedHomeSale dissolved) {
        dissolved.request().isAccepted();
        dissolved.agree(dissolved.wholePlan()).isAccepted();
        dissolved.approve(1, "checker-1", "checker-2");
    }

    private void assertBlockedByRefundOnly(DissolvedHomeSale dissolved) {
        var refused =
                coffer.as("acme").post(dissolved.sale().path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        assertThat(kinds(refused.json().at("/blockers"))).isEqualTo("REFUND_IN_TRANSIT");
        assertThat(kinds(dissolved.sale().account().at("/closureBlockers"))).isEqualTo("REFUND_IN_TRANSIT");
    }

    private static String kinds(JsonNode blockers) {
        return StreamSupport.stream(blockers.spliterator(), false)
                .map(blocker -> blocker.path("kind").asString())
                .collect(Collectors.joining(" "));
    }

    private String movements(HomeSale sale) {
        return coffer.as("acme").get(sale.path() + "/movements", coffer.head()).items().stream()
                .map(movement -> movement.path("kind").asString())
                .collect(Collectors.joining(" "));
    }
}
