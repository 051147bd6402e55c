package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A line of the bank that is no receipt")
class BankLinesTest {

    private static final String NOTICES = "/v1/bank/notices";
    private static final String DAY = "2026-03-17";
    private static final String RETURNS = "/v1/bank/payout-returns";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client bank = coffer.as("bank-adapter");
    private final Client operator = coffer.as("operator-1");

    @Test
    void is_booked_once_by_its_payout_whoever_tells_it_and_as_whatever() {
        var sale = paidOut("71.01");
        var coreNo = HomeSale.nextCoreNo();
        var line = returned(coreNo, "71.01", sale.payout("R-1"));
        assertThat(bank.post(NOTICES, line).at("/outcome")).isEqualTo("NOTED");
        sale.releaseIs("R-1", "RETURNED");
        assertThat(is(coreNo, "RETURN_BOOKED").path("payoutId").asString()).isEqualTo(sale.payout("R-1"));

        var head = coffer.settled();
        assertThat(bank.post(NOTICES, line).at("/outcome")).isEqualTo("DUPLICATE");
        assertThat(bank.post(NOTICES, HomeSale.notice(coreNo, sale.virtualAccount(), "71.01"))
                        .at("/outcome"))
                .isEqualTo("DUPLICATE");
        var again = bank.post(RETURNS, directly(coreNo, "71.01", sale.payout("R-1")))
                .isAccepted();
        assertThat(again.isReplay()).isTrue();
        assertThat(coffer.settled()).isEqualTo(head);
        assertThat(sale.account().at("/returned/value").asString()).isEqualTo("71.01");
        coffer.assertAllHold();
    }

    @Test
    void is_known_to_the_statement_that_tells_it_after_the_bank_told_it_directly() {
        var sale = paidOut("71.02");
        var coreNo = HomeSale.nextCoreNo();
        assertThat(bank.post(
                                RETURNS,
                                directly(coreNo, "71.02", sale.payout("R-1")).replace("2026-11-22", DAY))
                        .isAccepted()
                        .json()
                        .path("events")
                        .toString())
                .contains("payouts.PayoutReturned");
        Until.is(() -> read(ofDay(coreNo)), found -> found.at("/state").equals("RETURN_BOOKED"));

        var other = HomeSale.nextCoreNo();
        var file = """
            {"header":{"bankCode":"%s","custodyAccount":"%s","bankDate":"%s","openingBalance":%s,\
            "closingBalance":%s,"count":2,"total":%s}}
            {"line":{"direction":"IN","coreNo":"%s","kind":"RETURN","amount":%s,"payoutNo":"%s",\
            "bookedAt":"2026-03-17T09:30:00+08:00"}}
            {"line":{"direction":"IN","coreNo":"%s","kind":"RETURN","amount":%s,"bookedAt":"2026-03-17T09:30:00+08:00"}}
            """.formatted(
                        HomeSale.BANK,
                        HomeSale.CUSTODY,
                        DAY,
                        HomeSale.cny("0.00"),
                        HomeSale.cny("142.04"),
                        HomeSale.cny("142.04"),
                        coreNo,
                        HomeSale.cny("71.02"),
                        sale.payout("R-1"),
                        other,
                        HomeSale.cny("71.02"));
        assertThat(outcomes(file)).containsExactly("OPENED", "CONFIRMED", "NOTED", "COMPLETED");
        assertThat(outcomes(file)).containsExactly("OPENED", "CONFIRMED", "CONFIRMED", "COMPLETED");
        var head = coffer.settled();
        assertThat(operator.get("/v1/receipts/" + ofDay(coreNo), head).at("/statementId"))
                .startsWith("ST:");
        assertThat(waiting(ofDay(other))).containsExactly("RETURN");
        assertThat(differences("RETURN_NOT_BOOKED", head)).contains(ofDay(other));
        coffer.assertAllHold();
    }

    @Test
    void waits_until_an_operator_finds_its_payout() {
        var sale = paidOut("71.03");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, returned(coreNo, "71.03", "PY:acme:C-NEVER:R-1")).isAccepted();
        Until.is(
                () -> read(HomeSale.receipt(coreNo)),
                found -> found.status() == 200
                        && found.json().path("code").asString("").equals("NOT_FOUND"));
        assertThat(waiting(HomeSale.receipt(coreNo))).containsExactly("RETURN of PY:acme:C-NEVER:R-1: NOT_FOUND");

        var path = "/v1/receipts/" + HomeSale.receipt(coreNo) + "/returned-payout";
        var body = "{\"payoutNo\":\"" + sale.payout("R-1") + "\"}";
        bank.post(path, body).isRefused(403, "NOT_PERMITTED");
        operator.post(path, body).isAccepted();
        is(coreNo, "RETURN_BOOKED");
        sale.releaseIs("R-1", "RETURNED");
        assertThat(waiting(HomeSale.receipt(coreNo))).isEmpty();
        coffer.assertAllHold();
    }

    @Test
    void that_was_booked_as_a_receipt_is_its_payouts_only_after_two_people_took_it_out() {
        var sale = paidOut("71.04");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", "71.04")).isAccepted();
        is(coreNo, "SUSPENDED");
        var payout = sale.payout("R-1");
        bank.post(RETURNS, directly(coreNo, "71.04", payout)).isRefused(409, "LINE_KIND_DIFFERS");
        bank.post(NOTICES, returned(coreNo, "71.04", payout)).isRefused(409, "LINE_KIND_DIFFERS");

        var receipt = HomeSale.receipt(coreNo);
        var asked = operator.post(
                        "/v1/receipts/" + receipt + "/verdicts",
                        "{\"stated\":\"NEVER_BOOKED\",\"evidence\":" + HomeSale.EVIDENCE + "}")
                .isAccepted();
        HomeSale.approve(coffer, "AR:_:receipt:" + receipt + ":1", "checker-1", asked.position());
        is(coreNo, "REVERSED");
        bank.post(RETURNS, directly(coreNo, "71.04", payout)).isAccepted();
        is(coreNo, "RETURN_BOOKED");
        sale.releaseIs("R-1", "RETURNED");
        coffer.assertAllHold();
    }

    @Test
    void is_not_booked_once_more_when_the_payout_that_was_named_first_is_paid_at_last() {
        var sale = paidOut("71.06");
        var other = HomeSale.releasable(coffer, "71.06", "6217000000009000");
        var coreNo = HomeSale.nextCoreNo();
        var wrong = directly(coreNo, "71.06", other.payout("R-1"));
        bank.ask("POST", RETURNS, wrong).key("return-" + coreNo).answer().isRefused(404, "NOT_FOUND");
        operator.post(
                        "/v1/receipts/" + HomeSale.receipt(coreNo) + "/returned-payout",
                        "{\"payoutNo\":\"" + sale.payout("R-1") + "\"}")
                .isAccepted();
        is(coreNo, "RETURN_BOOKED");
        other.release("R-1", "71.06").isAccepted();
        other.payoutView("R-1", "SUCCEEDED");

        bank.ask("POST", RETURNS, wrong).key("return-" + coreNo).answer().isRefused(409, "RETURN_OF_ANOTHER");
        other.payoutView("R-1", "SUCCEEDED");
        coffer.assertAllHold();
    }

    @Test
    void that_one_payout_denied_is_claimed_anew_each_time_it_is_told() {
        var sale = HomeSale.releasable(coffer, "71.07", "6217000000009000");
        var coreNo = HomeSale.nextCoreNo();
        var line = directly(coreNo, "71.07", sale.payout("R-1"));
        for (var time = 0; time < 2; time++) {
            bank.ask("POST", RETURNS, line).key("return-" + coreNo).answer().isRefused(404, "NOT_FOUND");
            assertThat(waiting(HomeSale.receipt(coreNo)))
                    .containsExactly("RETURN of " + sale.payout("R-1") + ": NOT_FOUND");
        }
        sale.release("R-1", "71.07").isAccepted();
        sale.payoutView("R-1", "SUCCEEDED");

        bank.ask("POST", RETURNS, line).key("return-" + coreNo).answer().isAccepted();
        is(coreNo, "RETURN_BOOKED");
        sale.releaseIs("R-1", "RETURNED");
        coffer.assertAllHold();
    }

    @Test
    void of_our_own_money_waits_for_its_transfer_and_moves_nothing() {
        var coreNo = HomeSale.nextCoreNo();
        var line = HomeSale.notice(coreNo, "", "71.05").replace("RECEIPT", "OWN_TRANSFER");
        bank.post(NOTICES, line).isRefused(422, "PAYER_NOT_OURS");
        var ours = line.replace("6222000000000001", "110060149018800100002");
        assertThat(bank.post(NOTICES, ours).at("/outcome")).isEqualTo("NOTED");
        assertThat(bank.post(NOTICES, ours).at("/outcome")).isEqualTo("DUPLICATE");
        assertThat(bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", "71.05"))
                        .at("/outcome"))
                .isEqualTo("DUPLICATE");
        assertThat(waiting(HomeSale.receipt(coreNo))).containsExactly("OWN_TRANSFER");
        assertThat(differences("OWN_TRANSFER", coffer.settled())).contains(HomeSale.receipt(coreNo));
        coffer.assertAllHold();
    }

    @Test
    void that_was_told_as_our_own_money_and_is_a_receipt_is_credited_when_two_people_say_so() {
        var sale = HomeSale.opened(coffer, "71.08");
        var coreNo = HomeSale.nextCoreNo();
        var receipt = HomeSale.notice(coreNo, sale.virtualAccount(), "71.08");
        var mistold = receipt.replace("RECEIPT", "OWN_TRANSFER").replace("6222000000000001", "110060149018800100002");
        assertThat(bank.post(NOTICES, mistold).at("/outcome")).isEqualTo("NOTED");
        assertThat(bank.post(NOTICES, receipt).at("/outcome")).isEqualTo("DUPLICATE");

        isReceipt(coreNo).isAccepted();
        assertThat(isReceipt(coreNo).code()).isEqualTo("VERDICT_PENDING");
        approve(coreNo, 1);
        sale.account("FUNDED");
        is(coreNo, "CONSUMED");
        assertThat(waiting(HomeSale.receipt(coreNo))).isEmpty();
        assertThat(differences("OWN_TRANSFER", coffer.settled())).doesNotContain(HomeSale.receipt(coreNo));

        var head = coffer.settled();
        assertThat(bank.post(NOTICES, receipt).at("/outcome")).isEqualTo("DUPLICATE");
        bank.post(NOTICES, mistold).isRefused(409, "LINE_KIND_DIFFERS");
        isReceipt(coreNo).isRefused(409, "RECEIPT_NOT_FREE");
        assertThat(coffer.settled()).isEqualTo(head);
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("71.08");
        coffer.assertAllHold();
    }

    @Test
    void that_was_told_as_a_return_and_is_a_receipt_finds_its_account_by_its_payer() {
        var sale = HomeSale.opened(coffer, "71.09");
        sale.virtualAccount();
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, returned(coreNo, "71.09", "PY:acme:C-NEVER:R-2")).isAccepted();
        Until.is(
                () -> read(HomeSale.receipt(coreNo)),
                found -> found.status() == 200
                        && found.json().path("code").asString("").equals("NOT_FOUND"));

        isReceipt(coreNo).isAccepted();
        approve(coreNo, 1);
        sale.account("FUNDED");
        assertThat(is(coreNo, "CONSUMED").path("matchedBy").asString()).isEqualTo("PAYER_AND_AMOUNT");
        assertThat(waiting(HomeSale.receipt(coreNo))).isEmpty();
        bank.post(NOTICES, returned(coreNo, "71.09", "PY:acme:C-NEVER:R-2")).isRefused(409, "LINE_KIND_DIFFERS");
        bank.post(RETURNS, directly(coreNo, "71.09", sale.payout("R-1"))).isRefused(409, "LINE_KIND_DIFFERS");
        coffer.assertAllHold();
    }

    @Test
    void that_its_payout_booked_is_nobodys_receipt() {
        var sale = paidOut("71.10");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, returned(coreNo, "71.10", sale.payout("R-1"))).isAccepted();
        is(coreNo, "RETURN_BOOKED");
        isReceipt(coreNo).isRefused(409, "RETURN_OF_ANOTHER");
        coffer.assertAllHold();
    }

    @Test
    void that_leaves_for_another_account_of_ours_is_taken_from_the_statement_and_moves_nothing() {
        var coreNo = HomeSale.nextCoreNo();
        var left = """
            {"line":{"direction":"OUT","coreNo":"%s","kind":"OWN_TRANSFER","amount":%s,"payeeAccount":"%s",\
            "bookedAt":"2026-03-18T09:30:00+08:00"}}
            """.formatted(coreNo, HomeSale.cny("71.11"), "110060149018800100002");
        var header = """
            {"header":{"bankCode":"%s","custodyAccount":"%s","bankDate":"2026-03-18","openingBalance":%s,\
            "closingBalance":%s,"count":1,"total":%s}}
            """.formatted(
                HomeSale.BANK, HomeSale.CUSTODY, HomeSale.cny("71.11"), HomeSale.cny("0.00"), HomeSale.cny("71.11"));
        // Nobody else's account, and it counts as money that left.
        assertThat(outcomes(header + left.replace("110060149018800100002", "6217000000009000")))
                .containsExactly("OPENED", "REFUSED", "REFUSED");
        assertThat(outcomes(header + left.replace(",\"payeeAccount\":\"110060149018800100002\"", "")))
                .containsExactly("OPENED", "REFUSED", "REFUSED");
        assertThat(outcomes(header + left.replace("71.11", "71.12"))).containsExactly("OPENED", "NOTED", "REFUSED");

        coreNo = HomeSale.nextCoreNo();
        left = left.replaceFirst("\"coreNo\":\"[^\"]*", "\"coreNo\":\"" + coreNo);
        assertThat(outcomes(header + left)).containsExactly("OPENED", "NOTED", "COMPLETED");
        assertThat(outcomes(header + left)).containsExactly("OPENED", "CONFIRMED", "COMPLETED");
        var line = ofDay(coreNo).replace(DAY, "2026-03-18").replace(":IN:", ":OUT:");
        assertThat(waiting(line)).containsExactly("OWN_TRANSFER");
        var head = coffer.settled();
        assertThat(differences("OWN_TRANSFER", head)).contains(line);
        assertThat(operator.get("/v1/receipts/" + line, head).at("/payeeToken")).startsWith("acct_");
        operator.post(
                        "/v1/receipts/" + line + "/verdicts",
                        "{\"stated\":\"IS_RECEIPT\",\"evidence\":" + HomeSale.EVIDENCE + "}")
                .isRefused(409, "RECEIPT_NOT_FREE");
        // The same number on the other side of the account is another line.
        assertThat(read(line.replace(":OUT:", ":IN:")).status()).isEqualTo(404);
        coffer.assertAllHold();
    }

    private Reply isReceipt(String coreNo) {
        return operator.post(
                "/v1/receipts/" + HomeSale.receipt(coreNo) + "/verdicts",
                "{\"stated\":\"IS_RECEIPT\",\"evidence\":" + HomeSale.EVIDENCE + "}");
    }

    private void approve(String coreNo, int verdictNo) {
        HomeSale.approve(coffer, "AR:_:receipt:" + HomeSale.receipt(coreNo) + ":" + verdictNo, "checker-1", 0);
    }

    private HomeSale paidOut(String amount) {
        var sale = HomeSale.releasable(coffer, amount, "6217000000009000");
        sale.release("R-1", amount).isAccepted();
        sale.payoutView("R-1", "SUCCEEDED");
        sale.account("COMPLETED");
        return sale;
    }

    private static String returned(String coreNo, String amount, String payout) {
        return HomeSale.notice(coreNo, "", amount)
                .replace("RECEIPT", "RETURN")
                .replace("\"virtualAccount\":\"\"", "\"payoutNo\":\"" + payout + "\"");
    }

    private static String directly(String coreNo, String amount, String payout) {
        return """
            {"payoutNo":"%s","custodyAccount":{"bankCode":"%s","accountNo":"%s"},"coreNo":"%s",\
            "bankDate":"2026-11-22","amount":%s}\
            """.formatted(payout, HomeSale.BANK, HomeSale.CUSTODY, coreNo, HomeSale.cny(amount));
    }

    private JsonNode is(String coreNo, String state) {
        return Until.is(
                        () -> read(HomeSale.receipt(coreNo)),
                        found -> found.status() == 200 && found.at("/state").equals(state))
                .json();
    }

    private Reply read(String line) {
        return operator.get("/v1/receipts/" + line);
    }

    /** The line of a day that only this test has a statement of. */
    private static String ofDay(String coreNo) {
        return HomeSale.receipt(coreNo).replace("2026-11-22", DAY);
    }

    private List<String> waiting(String line) {
        return operator.all("/v1/work-lists/unbooked-lines", coffer.settled()).stream()
                .filter(item -> item.path("id").asString().equals(line))
                .map(item -> item.path("detail").asString())
                .toList();
    }

    private List<String> differences(String kind, long position) {
        return operator.get("/v1/receipts/differences?limit=200&kind=" + kind, position).isAccepted().items().stream()
                .map(found -> found.at("/receipt/id").asString())
                .toList();
    }

    private List<String> outcomes(String file) {
        return bank.ask("POST", "/v1/bank/statements", file)
                .key(UUID.randomUUID().toString())
                .as("application/x-ndjson")
                .answer()
                .isAccepted()
                .text()
                .lines()
                .map(row -> Reply.JSON.readTree(row).path("outcome").asString())
                .toList();
    }
}
