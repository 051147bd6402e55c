package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Money that names no number")
class PayerMatchesTest {

    private static final String NOTICES = "/v1/bank/notices";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client operator = coffer.as("operator-1");

    @Test
    void is_the_one_contracts_that_expects_it_of_its_payer_even_when_that_was_opened_a_moment_ago() {
        var buyer = "周" + HomeSale.nextCoreNo();
        var contract = opened("acme", buyer, "81.01");
        var receipt = paid(buyer, "81.01");
        assertThat(account("acme", contract, "FUNDED").at("/total/value").asString())
                .isEqualTo("81.01");
        var read = is(receipt, "CONSUMED");
        assertThat(read.path("matchedBy").asString()).isEqualTo("PAYER_AND_AMOUNT");
        assertThat(read.path("accountId").asString()).isEqualTo("EA:acme:" + contract);
        coffer.assertAllHold();
    }

    @Test
    void may_be_all_that_is_missing_together() {
        var buyer = "吴" + HomeSale.nextCoreNo();
        var contract = opened("acme", buyer, "10.02", "20.02");
        paid(buyer, "30.04");
        account("acme", contract, "FUNDED");
    }

    @Test
    void is_nobodys_to_guess_when_two_contracts_expect_it() {
        var buyer = "郑" + HomeSale.nextCoreNo();
        var mine = opened("acme", buyer, "81.03");
        var theirs = opened("globex", buyer, "81.03");
        var receipt = paid(buyer, "81.03");
        var waiting = is(receipt, "SUSPENDED");
        assertThat(waiting.path("reason").asString()).isEqualTo("AMBIGUOUS");
        assertThat(texts(waiting.path("candidates")))
                .containsExactlyInAnyOrder("EA:acme:" + mine, "EA:globex:" + theirs);
        // Whose contracts these are is nobody's business but the institution's.
        coffer.as("acme").get("/v1/receipts/" + receipt).isRefused(404, "NOT_FOUND");
        assertThat(coffer.as("acme").get("/v1/work-lists/suspense?limit=200").text())
                .doesNotContain(receipt);

        operator.ask("POST", "/v1/receipts/" + receipt + "/assignment", "{\"account\":\"EA:globex:" + theirs + "\"}")
                .ifMatch(operator.get("/v1/receipts/" + receipt).etag())
                .answer()
                .isAccepted();
        account("globex", theirs, "FUNDED");
        assertThat(account("acme", mine, "OPENED").at("/total/value").asString())
                .isEqualTo("0.00");
        assertThat(texts(is(receipt, "CONSUMED").path("candidates"))).isEmpty();
        coffer.assertAllHold();
    }

    @Test
    void waits_for_people_when_nobody_expects_just_that_of_just_him() {
        var buyer = "冯" + HomeSale.nextCoreNo();
        var contract = opened("acme", buyer, "81.05");
        for (var receipt : List.of(paid(buyer, "81.04"), paid(buyer, "81.06"), paid("陈" + buyer, "81.05"))) {
            assertThat(is(receipt, "SUSPENDED").path("reason").asString()).isEqualTo("NO_VIRTUAL_ACCOUNT");
        }
        coffer.settled();
        account("acme", contract, "OPENED");
    }

    @Test
    void is_not_of_a_contract_that_was_given_up_or_is_paid() {
        var buyer = "褚" + HomeSale.nextCoreNo();
        var given = opened("acme", buyer, "81.07");
        coffer.as("acme")
                .post("/v1/escrow-accounts/EA:acme:" + given + "/cancellation", "{\"reason\":\"X\"}")
                .isAccepted();
        assertThat(is(paid(buyer, "81.07"), "SUSPENDED").path("reason").asString())
                .isEqualTo("NO_VIRTUAL_ACCOUNT");
        var contract = opened("acme", buyer, "81.07");
        paid(buyer, "81.07");
        account("acme", contract, "FUNDED");
        assertThat(is(paid(buyer, "81.07"), "SUSPENDED").path("reason").asString())
                .isEqualTo("NO_VIRTUAL_ACCOUNT");
    }

    private String opened(String tenant, String buyer, String... expected) {
        var contract = "C-" + HomeSale.nextCoreNo();
        coffer.as(tenant)
                .post(
                        "/v1/escrow-accounts",
                        HomeSale.opening(contract, expected).replace("王强", buyer))
                .isAccepted();
        return contract;
    }

    private String paid(String payer, String amount) {
        var coreNo = HomeSale.nextCoreNo();
        var notice = HomeSale.notice(coreNo, "", amount)
                .replace("\"virtualAccount\":\"\",", "")
                .replace("王强", payer);
        coffer.as("bank-adapter").post(NOTICES, notice).isAccepted();
        return HomeSale.receipt(coreNo);
    }

    private JsonNode account(String tenant, String contract, String state) {
        var path = "/v1/escrow-accounts/EA:" + tenant + ":" + contract;
        return Until.is(
                        () -> coffer.as(tenant).get(path),
                        found -> found.status() == 200 && found.at("/state").equals(state))
                .json();
    }

    private JsonNode is(String receipt, String state) {
        return Until.is(
                        () -> operator.get("/v1/receipts/" + receipt),
                        found -> found.status() == 200 && found.at("/state").equals(state))
                .json();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
