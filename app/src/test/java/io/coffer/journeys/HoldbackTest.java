package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a clock of its own: days pass here. */
@DisplayName("A hold-back, over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldbackTest {

    private final RunningCoffer coffer = RunningCoffer.withClock();

    @AfterAll
    void stop() {
        coffer.close();
    }

    @Test
    void stays_until_the_handover_and_goes_to_both_after_the_time_to_object() {
        var sale = HomeSale.heldBack(coffer, "1000.00", "50.00");
        sale.release("R-1", "950.01").isRefused(422, "EXCEEDS_RELEASABLE");
        sale.release("R-1", "950.00").isAccepted();
        sale.holdback("", null).isAccepted();
        var left = sale.account("HELD_BACK");
        assertThat(left.at("/buckets/holdback/value").asString()).isEqualTo("50.00");
        assertThat(coffer.as("acme").get(sale.path() + "/money").text()).contains("HELD_BACK", "HANDOVER_MISSING");
        sale.settle("L-1", "50.00", "L-2", "0.01").isRefused(409, "HANDOVER_MISSING");
        sale.handOver().isAccepted();
        sale.claim("K-1", "3.00").isAccepted();
        assertThat(coffer.as("operator-1")
                        .get("/v1/work-lists/holdback-claims?limit=200", coffer.settled())
                        .text())
                .contains("K-1: CLAIMED");
        sale.settle("L-1", "47.00", "L-2", "3.00").isRefused(422, "SETTLEMENT_INVALID");
        coffer.passes("PT120H");
        Until.is(
                sale::account,
                account -> account.at("/holdback/claims/0/state").asString().equals("UNCONTESTED"));
        sale.settle("L-1", "47.00", "L-2", "3.00").isAccepted();
        var done = sale.account("COMPLETED");
        assertThat(done.at("/total/value").asString()).isEqualTo("0.00");
        assertThat(coffer.bank().debitsOf(sale.payout("L-1"))).hasSize(1);
        assertThat(coffer.bank().debitsOf(sale.payout("L-2"))).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    void that_the_seller_pays_in_is_there_before_the_price_goes_out_and_settled_like_any_other() {
        var sale = HomeSale.openedWith(coffer, "PAID_BY_SELLER", "1000.00", "50.00");
        sale.bindPayee("6217000000009000");
        sale.bindBuyer("6217000000009001");
        sale.pay("1000.00");
        var waiting = Until.is(
                sale::account,
                account -> account.at("/buckets/available/value").asString().equals("1000.00"));
        assertThat(waiting.path("state").asString()).isEqualTo("FUNDING");
        assertThat(waiting.at("/holdback/toBePaidIn/value").asString()).isEqualTo("50.00");
        sale.release("R-1", "1000.00").isRefused(409, "NOT_IN_THIS_STATE");
        sale.payAs("李梅", "20.00");
        var nameless = HomeSale.receipt(sale.payNamelessly("30.00"));
        var operator = coffer.as("operator-1");
        var read = Until.is(
                () -> operator.get("/v1/receipts/" + nameless),
                receipt -> receipt.status() == 200 && receipt.at("/state").equals("SUSPENDED"));
        assertThat(read.at("/reason")).isEqualTo("PAYER_UNCLEAR");
        var half = sale.account("FUNDING");
        assertThat(half.at("/buckets/holdback/value").asString()).isEqualTo("20.00");
        operator.ask("POST", "/v1/receipts/" + nameless + "/assignment", """
                        {"account":"%s","use":"HOLDBACK"}""".formatted(sale.id()))
                .ifMatch(read.etag())
                .answer()
                .isAccepted();
        sale.account("FUNDED");
        sale.confirm("TRANSFER_REGISTERED");
        sale.payAs("李梅", "5.00");
        var full = Until.is(
                sale::account,
                account -> account.at("/setApart/value").asString().equals("5.00"));
        assertThat(full.at("/buckets/holdback/value").asString()).isEqualTo("50.00");
        assertThat(full.at("/releasable/value").asString()).isEqualTo("1000.00");
        sale.release("R-1", "1000.00").isAccepted();
        sale.account("HELD_BACK");
        sale.handOver().isAccepted();
        sale.claim("K-1", "3.00").isAccepted();
        sale.holdback("/claims/K-1/acceptance", HomeSale.answer("seller-1")).isAccepted();
        sale.settle("L-1", "47.00", "L-2", "3.00").isAccepted();
        sale.account("COMPLETED");
        assertThat(coffer.bank().debitsOf(sale.payout("L-1"))).hasSize(1);
        assertThat(coffer.as("acme").get(sale.path() + "/movements").text()).contains("accounts.HoldbackFunded");
        coffer.assertAllHold();
    }

    @Test
    void whose_payout_fails_is_held_back_again_with_its_claim() {
        var sale = HomeSale.heldBack(coffer, "1000.00", "50.00", "6217000000009008");
        sale.release("R-1", "950.00").isAccepted();
        sale.holdback("", null).isAccepted();
        sale.account("HELD_BACK");
        sale.claim("K-1", "3.00").isAccepted();
        sale.holdback("/claims/K-1/objection", HomeSale.answer("seller-1")).isAccepted();
        sale.handOver().isAccepted();
        sale.settle("L-1", "47.00", "L-2", "3.00").isRefused(422, "SETTLEMENT_INVALID");
        sale.holdback("/claims/K-1/acceptance", HomeSale.answer("seller-1")).isAccepted();
        sale.settle("L-1", "47.00", "L-2", "3.00").isAccepted();
        sale.releaseIs("L-1", "PAID");
        sale.releaseIs("L-2", "FAILED");
        var account = sale.account("HELD_BACK");
        assertThat(account.at("/buckets/holdback/value").asString()).isEqualTo("3.00");
        assertThat(account.at("/holdback/claims/0/open").asBoolean()).isTrue();
        coffer.assertAllHold();
    }
}
