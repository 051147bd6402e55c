package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A promotion")
class PromotionsTest {

    private static final String PATH = "/v1/promotion-campaigns";
    static final String OWN = "{\"kind\":\"PLATFORM_OWN\"}";
    private static final String BILLED = "{\"kind\":\"POST_BILLED\",\"name\":\"RENTAL-OPERATOR\"}";
    private static final String PRICE = "15000.00";
    private static final String PAYABLE = "14950.00";

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    @DisplayName("T11: 15,000.00 less 50.00: refunds of 5,000 and 10,000 give the payer and the funder their parts")
    void gives_the_funder_its_part_of_every_refund() {
        var campaign = running(BILLED, "100.00");
        var till = open(campaign);
        assertThat(till.order().at("/payable/value").asString()).isEqualTo(PAYABLE);
        assertThat(once(campaign, "/locked/value", "50.00").at("/left/value").asString())
                .isEqualTo("50.00");
        till.receives(PAYABLE);
        till.once("PAID");
        once(campaign, "/consumed/value", "50.00");
        assertThat(balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo(PRICE);
        coffer.assertAllHold();

        var first = refunded(till, "5000.00");
        assertThat(first.at("/amount/value").asString()).isEqualTo("4983.34");
        assertThat(first.at("/discount/value").asString()).isEqualTo("16.66");
        assertThat(first.at("/funding/ofSource/value").asString()).isEqualTo("5000.00");
        var second = refunded(till, "10000.00");
        assertThat(second.at("/amount/value").asString()).isEqualTo("9966.66");
        assertThat(second.at("/discount/value").asString()).isEqualTo("33.34");

        var after = once(campaign, "/returned/value", "50.00");
        assertThat(after.at("/paid/value").asString()).isEqualTo("0.00");
        assertThat(after.at("/left/value").asString()).isEqualTo("50.00");
        assertThat(balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("0.00");
        assertThat(balance("O6402", campaign)).isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void of_the_institutions_own_is_its_expense_and_the_merchants_price_is_whole() {
        var campaign = running(OWN, "1000.00");
        var shop = Shop.with(coffer, "100.00");
        var till = Till.discounted(coffer, shop.merchant(), Till.OF_MERCHANT, PRICE, discount(campaign, "50.00"));
        till.once("OPEN");
        shop.once("/reserved/value", "90.00");
        till.receives(PAYABLE);
        till.once("PAID");
        shop.once("/reserved/value", "0.00");

        assertThat(balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo(PRICE);
        assertThat(balance("O6402", campaign)).isEqualTo("50.00");
        coffer.assertAllHold();
    }

    @Test
    void that_a_payer_does_not_take_is_there_for_another() {
        var campaign = running(OWN, "50.00");
        var till = open(campaign);
        var late = Till.discounted(coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(campaign, "50.00"));
        var refused = late.once("REFUSED");
        assertThat(refused.at("/code").asString()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(refused.at("/gap/value").asString()).isEqualTo("50.00");

        coffer.as("acme")
                .post(Till.PATH + "/" + till.id() + "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        once(campaign, "/locked/value", "0.00");
        var poor = Till.discounted(
                coffer, Shop.opened(coffer).merchant(), Till.OF_MERCHANT, PRICE, discount(campaign, "50.00"));
        assertThat(poor.once("REFUSED").at("/code").asString()).isEqualTo("FEE_NOT_COVERED");
        once(campaign, "/locked/value", "0.00");
        open(campaign);
        coffer.assertAllHold();
    }

    @Test
    void whose_payer_pays_the_whole_price_leaves_the_money_in_suspense() {
        var till = open(running(OWN, "50.00"));
        var receipt = till.receives(PRICE);
        Until.is(
                () -> coffer.as("operator-1").get("/v1/receipts/" + receipt, coffer.head()),
                reply -> reply.text().contains("SUSPENDED"));
        assertThat(till.order().at("/state").asString()).isEqualTo("OPEN");
        till.receives(PAYABLE);
        till.once("PAID");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T35 in small: 32 orders at once want 50.00 of 500.00: ten get it, and not a fen more is promised")
    void never_gives_more_than_its_budget() throws Exception {
        var campaign = running(OWN, "500.00");
        try (var callers = Executors.newFixedThreadPool(32)) {
            var asked = IntStream.range(0, 32)
                    .<Callable<Till>>mapToObj(no -> () -> Till.discounted(
                            coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(campaign, "50.00")))
                    .toList();
            var tills = callers.invokeAll(asked).stream()
                    .map(till -> till.resultNow())
                    .toList();
            var states = tills.stream()
                    .map(till ->
                            Until.is(() -> till.order().at("/state").asString(), state -> !state.equals("CREATED")))
                    .toList();
            assertThat(states).filteredOn("OPEN"::equals).hasSize(10);
            assertThat(states).filteredOn("REFUSED"::equals).hasSize(22);
        }
        var view = once(campaign, "/locked/value", "500.00");
        assertThat(view.at("/left/value").asString()).isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void begins_with_two_people_and_ends_with_one() {
        var no = "C-" + HomeSale.nextCoreNo();
        var id = "PC:acme:" + no;
        coffer.as("acme").post(PATH, body(no, OWN, "50.00")).isRefused(403, "NOT_PERMITTED");
        coffer.as("operator-1").post(PATH, body(no, OWN, "49.99")).isRefused(422, "CAMPAIGN_TERMS_NOT_POSSIBLE");
        coffer.as("operator-1").post(PATH, body(no, OWN, "50.00")).isAccepted();
        var early = Till.discounted(coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(id, "50.00"));
        assertThat(early.once("REFUSED").at("/code").asString()).isEqualTo("CAMPAIGN_NOT_RUNNING");
        HomeSale.approve(coffer, "AR:_:campaign:acme:" + no, "checker-1", coffer.head());
        once(id, "/state", "APPROVED");
        var too = Till.discounted(coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(id, "50.01"));
        assertThat(too.once("REFUSED").at("/code").asString()).isEqualTo("DISCOUNT_OUT_OF_TERMS");
        coffer.as("operator-1")
                .post(PATH + "/" + id + "/end", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        var late = Till.discounted(coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(id, "50.00"));
        assertThat(late.once("REFUSED").at("/code").asString()).isEqualTo("CAMPAIGN_NOT_RUNNING");
        var nobodys = Till.discounted(
                coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount("PC:acme:NEVER-WAS", "50.00"));
        assertThat(nobodys.once("REFUSED").at("/code").asString()).isEqualTo("NOT_FOUND");
        var whole = Till.body("PAY-" + no, "M-1", Till.BY_CHANNEL, Till.FREE, PRICE)
                .replaceFirst("}$", ",\"discount\":" + discount(id, "50.00") + "}");
        coffer.as("acme").post(Till.PATH, whole).isRefused(422, "DISCOUNT_NOT_POSSIBLE");
        coffer.assertAllHold();
    }

    @Test
    void shows_its_checker_all_that_is_agreed_to_and_is_taken_back_by_its_proposer() {
        var no = "C-" + HomeSale.nextCoreNo();
        var id = "PC:acme:" + no;
        var operator = coffer.as("operator-1");
        var billed = "{\"kind\":\"POST_BILLED\",\"name\":\"RENTAL-OP\"}";
        operator.post(PATH, body(no, billed.replace("RENTAL-OP", "PLATFORM_OWN"), "100.00"))
                .isRefused(422, "CAMPAIGN_TERMS_NOT_POSSIBLE");
        operator.post(PATH, body(no, billed, "100.00")).isAccepted();
        var asked = Until.is(
                () -> coffer.as("checker-1").get("/v1/approvals/AR:_:campaign:acme:" + no, coffer.head()),
                reply -> reply.status() == 200);
        assertThat(asked.at("/subject/campaign/funderKind")).isEqualTo("POST_BILLED");
        assertThat(asked.at("/subject/campaign/funder")).isEqualTo("RENTAL-OP");
        assertThat(asked.at("/subject/campaign/most/value")).isEqualTo("50.00");
        assertThat(asked.at("/subject/campaign/threshold/currency")).isEqualTo("CNY");
        assertThat(asked.at("/subject/campaign/until")).isNotEmpty();

        operator.post(PATH + "/" + id + "/withdrawal", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        once(id, "/state", "REJECTED");
        HomeSale.approve(coffer, "AR:_:campaign:acme:" + no, "checker-1", coffer.settled());
        coffer.settled();
        once(id, "/state", "REJECTED");
    }

    static String body(String no, String funder, String budget) {
        return """
            {"tenant":"acme","campaignNo":"%s","funder":%s,"budget":%s,"most":%s,"threshold":%s,\
            "from":"%s","until":"%s"}\
            """.formatted(
                        no,
                        funder,
                        HomeSale.cny(budget),
                        HomeSale.cny("50.00"),
                        HomeSale.cny("1000.00"),
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(1)));
    }

    private String running(String funder, String budget) {
        var no = "C-" + HomeSale.nextCoreNo();
        coffer.as("operator-1").post(PATH, body(no, funder, budget)).isAccepted();
        HomeSale.approve(coffer, "AR:_:campaign:acme:" + no, "checker-1", coffer.head());
        once("PC:acme:" + no, "/state", "APPROVED");
        return "PC:acme:" + no;
    }

    private Till open(String campaign) {
        var till = Till.discounted(coffer, "M-" + HomeSale.nextCoreNo(), Till.FREE, PRICE, discount(campaign, "50.00"));
        till.once("OPEN");
        return till;
    }

    private static String discount(String campaign, String amount) {
        return """
            {"campaignNo":"%s","amount":%s}\
            """.formatted(campaign.substring("PC:acme:".length()), HomeSale.cny(amount));
    }

    private JsonNode refunded(Till till, String amount) {
        var refund = till.refund(amount);
        till.approve(refund);
        return till.refundOnce(refund, "SUCCEEDED");
    }

    private JsonNode once(String campaign, String pointer, String value) {
        return Until.is(
                () -> coffer.as("acme")
                        .get(PATH + "/" + campaign, coffer.head())
                        .json(),
                view -> view.at(pointer).asString().equals(value));
    }

    private String balance(String code, String subLedger) {
        return Shop.opened(coffer).balance(code, subLedger);
    }
}
