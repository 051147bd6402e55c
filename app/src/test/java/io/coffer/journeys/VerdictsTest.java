package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Money that people decide about")
class VerdictsTest {

    private static final String NOTICES = "/v1/bank/notices";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client bank = coffer.as("bank-adapter");
    private final Client operator = coffer.as("operator-1");

    @Test
    void goes_back_to_its_payer_by_one_debit_of_the_bank() {
        var receipt = suspended("31.00");
        assertThat(waiting()).contains(receipt);

        operator.post(path(receipt) + "/returns").isAccepted();
        assertThat(operator.post(path(receipt) + "/returns").code()).isEqualTo("VERDICT_PENDING");
        approve(receipt, 1);

        var returned = is(receipt, "RETURNED");
        assertThat(returned.path("payoutId").asString()).isEqualTo("PY:" + receipt + ":1");
        assertThat(coffer.bank().debitsOf("PY:" + receipt + ":1")).hasSize(1);
        assertThat(waiting()).doesNotContain(receipt);
        assertThat(balance("R2101", receipt)).isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void is_here_again_when_a_bank_refuses_it_or_sends_it_back() {
        var receipt = suspended("32.00");
        coffer.bank().script("PY:" + receipt + ":1", "REFUSES");
        operator.post(path(receipt) + "/returns").isAccepted();
        approve(receipt, 1);
        assertThat(is(receipt, "SUSPENDED", "RETURN_REFUSED").path("wish").isMissingNode())
                .isTrue();

        operator.post(path(receipt) + "/returns").isAccepted();
        approve(receipt, 2);
        is(receipt, "RETURNED");
        coffer.bank().returns("PY:" + receipt + ":2");

        is(receipt, "SUSPENDED", "RETURN_CAME_BACK");
        assertThat(balance("R2101", receipt)).isEqualTo("32.00");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName(
            "T41: a suspended receipt is assigned by hand; what the plan does not expect goes back, then the account closes")
    void beyond_the_plan_goes_back_and_lets_the_account_be_closed() {
        var sale = HomeSale.opened(coffer, "600000.00");
        sale.bindPayee("6217000000009000");
        var receipt = suspended("605000.00");
        assign(receipt, sale);
        assertThat(sale.account("FUNDED").at("/setApart/value").asString()).isEqualTo("5000.00");
        assertThat(balance("R2101", receipt)).isEqualTo("0.00");
        sale.confirm("TRANSFER_REGISTERED");
        sale.release("R-1", "600000.00").isAccepted();
        sale.approve("R-1", "checker-1");
        sale.account("COMPLETED");
        coffer.as("acme").post(sale.path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        assertThat(waiting()).contains(receipt);

        operator.post(path(receipt) + "/returns").isAccepted();
        approve(receipt, 1);

        Until.is(
                sale::account,
                account -> account.at("/setApart/value").asString().equals("0.00"));
        assertThat(coffer.bank().debitsOf("PY:" + receipt + ":1")).hasSize(1);
        assertThat(waiting()).doesNotContain(receipt);
        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T45: two people take a receipt out of the wrong account and give it to the right one")
    void of_the_wrong_account_is_given_to_the_right_one() {
        var wrong = HomeSale.opened(coffer, "45.00");
        var right = HomeSale.opened(coffer, "45.00");
        var receipt = HomeSale.receipt(wrong.pay("45.00"));
        wrong.account("FUNDED");
        is(receipt, "CONSUMED");

        correct(receipt, right).isAccepted();
        approve(receipt, 1);

        right.account("FUNDED");
        var emptied = wrong.account("OPENED");
        assertThat(emptied.at("/total/value").asString()).isEqualTo("0.00");
        assertThat(emptied.at("/plan/0/missing/value").asString()).isEqualTo("45.00");
        assertThat(events(wrong)).contains("accounts.JournalReversed");
        is(receipt, "CONSUMED");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T45: after a release the receipt stays in the wrong account, and people see why")
    void of_the_wrong_account_stays_there_when_it_is_paid_out() {
        var wrong = HomeSale.releasable(coffer, "46.00", "6217000000009000");
        var right = HomeSale.opened(coffer, "46.00");
        var receipt = receiptOf(wrong, "46.00");
        wrong.release("R-1", "46.00").isAccepted();
        wrong.account("COMPLETED");

        correct(receipt, right).isAccepted();
        approve(receipt, 1);

        Until.is(() -> events(wrong), events -> events.contains("accounts.ReversalDeclined"));
        coffer.settled();
        assertThat(is(receipt, "CONSUMED").path("accountId").asString()).isEqualTo(wrong.id());
        assertThat(right.account().at("/total/value").asString()).isEqualTo("0.00");
    }

    @Test
    @DisplayName("T42: a receipt that is assigned to a closed account is freed; its money stays in R2101")
    void for_a_closed_account_is_freed() {
        var sale = HomeSale.releasable(coffer, "42.00", "6217000000009000");
        sale.release("R-1", "42.00").isAccepted();
        sale.account("COMPLETED");
        coffer.as("acme").post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
        var receipt = suspended("42.00");

        assign(receipt, sale);

        is(receipt, "SUSPENDED", "ACCOUNT_CLOSED");
        assertThat(balance("R2101", receipt)).isEqualTo("42.00");
        assertThat(waiting()).contains(receipt);
    }

    @Test
    void tells_others_nothing_of_accounts() {
        var receipt = suspended("47.00");

        for (var account : List.of(HomeSale.opened(coffer, "47.00").id(), "EA:other:C-NEVER")) {
            var refused = coffer.as("acme")
                    .post(path(receipt) + "/corrections", "{\"account\":\"" + account + "\"}")
                    .isRefused(404, "NOT_FOUND");
            assertThat(refused.at("/id")).isEqualTo(receipt);
        }
        operator.post(path(receipt) + "/corrections", "{\"account\":\"EA:other:C-NEVER\"}")
                .isRefused(404, "NOT_FOUND");
    }

    @Test
    void with_two_amounts_is_booked_anew_by_two_people_and_credited_once() {
        var sale = HomeSale.opened(coffer, "71.00");
        var coreNo = HomeSale.nextCoreNo();
        var receipt = HomeSale.receipt(coreNo);
        bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", "17.00")).isAccepted();
        is(receipt, "SUSPENDED");
        bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", "71.00")).isAccepted();
        assertThat(waiting("differences")).contains(receipt);
        operator.post(path(receipt) + "/returns").isRefused(409, "RECEIPT_NOT_FREE");

        state(receipt, "OTHER_AMOUNT", ",\"amount\":" + HomeSale.cny("71.00")).isAccepted();
        approve(receipt, 1);

        Until.is(
                () -> read(receipt).json(),
                found -> found.at("/amount/value").asString().equals("71.00")
                        && found.path("state").asString().equals("SUSPENDED"));
        assertThat(waiting("differences")).doesNotContain(receipt);
        assign(receipt, sale);
        sale.account("FUNDED");
        coffer.assertAllHold();
    }

    @Test
    void that_the_bank_never_booked_leaves_the_books_and_does_not_come_in_again_by_itself() {
        var receipt = suspended("47.00");
        state(receipt, "NEVER_BOOKED", "").isAccepted();
        approve(receipt, 1);
        is(receipt, "REVERSED");
        assertThat(balance("R2101", receipt)).isEqualTo("0.00");
        var again = bank.post(
                NOTICES, HomeSale.notice(receipt.substring(receipt.lastIndexOf(':') + 1), "99999999", "47.00"));
        assertThat(again.at("/outcome")).isEqualTo("CONFLICT");
        coffer.assertAllHold();
    }

    @Test
    void stays_where_it_is_when_the_second_person_declines_or_the_first_takes_the_wish_back() {
        var receipt = suspended("48.00");
        operator.post(path(receipt) + "/returns").isAccepted();
        var request = "/v1/approvals/AR:_:receipt:" + receipt + ":1";
        var read = Until.is(() -> coffer.as("checker-1").get(request), answer -> answer.status() == 200);
        coffer.as("checker-1")
                .ask("POST", request + "/decline", "{\"reason\":\"PAYER_CALLED\"}")
                .ifMatch(read.etag())
                .answer()
                .isAccepted();
        Until.is(() -> read(receipt).json(), found -> found.path("wish").isMissingNode());

        operator.post(path(receipt) + "/returns").isAccepted();
        operator.post(path(receipt) + "/verdicts/2/withdrawal", "{\"reason\":\"PAYER_CALLED\"}")
                .isAccepted();
        operator.post(path(receipt) + "/verdicts/2/withdrawal", "{\"reason\":\"PAYER_CALLED\"}")
                .isRefused(409, "VERDICT_NOT_PENDING");
        is(receipt, "SUSPENDED");
    }

    /** A receipt whose number nobody has. */
    private String suspended(String amount) {
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", amount)).isAccepted();
        var receipt = HomeSale.receipt(coreNo);
        is(receipt, "SUSPENDED");
        return receipt;
    }

    private void assign(String receipt, HomeSale sale) {
        operator.ask("POST", path(receipt) + "/assignment", "{\"account\":\"" + sale.id() + "\"}")
                .ifMatch(read(receipt).etag())
                .answer()
                .isAccepted();
    }

    private Reply correct(String receipt, HomeSale to) {
        return operator.post(path(receipt) + "/corrections", "{\"account\":\"" + to.id() + "\"}");
    }

    private Reply state(String receipt, String stated, String more) {
        return operator.post(
                path(receipt) + "/verdicts",
                "{\"stated\":\"" + stated + "\"" + more + ",\"evidence\":" + HomeSale.EVIDENCE + "}");
    }

    private void approve(String receipt, int verdictNo) {
        HomeSale.approve(coffer, "AR:_:receipt:" + receipt + ":" + verdictNo, "checker-1", 0);
    }

    private JsonNode is(String receipt, String state) {
        return Until.is(
                () -> read(receipt).json(),
                found -> found.path("state").asString().equals(state));
    }

    private JsonNode is(String receipt, String state, String reason) {
        return Until.is(
                () -> read(receipt).json(),
                found -> found.path("state").asString().equals(state)
                        && found.path("reason").asString().equals(reason));
    }

    private Reply read(String receipt) {
        return operator.get(path(receipt));
    }

    private static String path(String receipt) {
        return "/v1/receipts/" + receipt;
    }

    private static String receiptOf(HomeSale sale, String amount) {
        return RunningCoffer.shared()
                .as("operator-1")
                .get("/v1/receipts?limit=200&state=CONSUMED&amountFrom=" + amount + "&amountTo=" + amount)
                .items()
                .stream()
                .filter(found -> found.path("accountId").asString().equals(sale.id()))
                .map(found -> found.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> waiting() {
        return waiting("suspense");
    }

    private List<String> waiting(String list) {
        return operator.all("/v1/work-lists/" + list, coffer.settled()).stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private String balance(String code, String receipt) {
        return operator.get("/v1/ledger/accounts/" + code + "/" + receipt + "/entries?limit=200", coffer.settled())
                .items()
                .getLast()
                .path("balance")
                .asString();
    }

    private List<String> events(HomeSale sale) {
        return coffer.as("acme").get(sale.path() + "/events?limit=200").items().stream()
                .map(event -> event.path("name").asString())
                .toList();
    }
}
