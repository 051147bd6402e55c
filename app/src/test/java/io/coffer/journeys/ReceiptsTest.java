package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Money that comes in")
class ReceiptsTest {

    private static final String NOTICES = "/v1/bank/notices";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client bank = coffer.as("bank-adapter");
    private final Client operator = coffer.as("operator-1");

    @Tag("any-store")
    @Test
    @DisplayName("T1: the same notice three times is one credit; the repeats say DUPLICATE and leave no event")
    void is_credited_once_however_often_it_is_told() {
        var sale = HomeSale.opened(coffer, "12000.00");
        var notice = HomeSale.notice(HomeSale.nextCoreNo(), sale.virtualAccount(), "12000.00");
        assertThat(bank.post(NOTICES, notice).at("/outcome")).isEqualTo("RECORDED");
        sale.account("FUNDED");
        var counted = duplicates();
        var head = coffer.settled();
        assertThat(Stream.of(1, 2).map(_ -> bank.post(NOTICES, notice).at("/outcome")))
                .containsExactly("DUPLICATE", "DUPLICATE");
        assertThat(coffer.head()).isEqualTo(head);
        assertThat(duplicates()).isEqualTo(counted + 2);
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("12000.00");
    }

    @Tag("any-store")
    @Test
    @DisplayName("T3: the same key with another amount is a conflict for people, and credits nobody")
    void with_a_known_key_and_another_amount_is_a_conflict() {
        var sale = HomeSale.opened(coffer, "12000.00", "21000.00");
        var coreNo = sale.pay("12000.00");
        sale.account("FUNDING");
        var contradiction = bank.post(NOTICES, HomeSale.notice(coreNo, sale.virtualAccount(), "21000.00"));
        assertThat(contradiction.at("/outcome")).isEqualTo("CONFLICT");
        assertThat(contradiction.at("/id")).isEqualTo(HomeSale.receipt(coreNo));
        assertThat(operator.get("/v1/receipts/" + HomeSale.receipt(coreNo), contradiction.position())
                        .json()
                        .path("conflicts")
                        .asInt())
                .isEqualTo(1);
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("12000.00");
        assertThat(coffer.as("auditor")
                        .get("/v1/ledger/alarms?limit=200", contradiction.position())
                        .text())
                .contains("\"position\":" + contradiction.at("/position"));
    }

    @Tag("any-store")
    @Test
    @DisplayName("T4: 590,000 of 600,000 is booked and taken, and the account says that 10,000 is missing")
    void that_is_not_enough_leaves_a_named_gap() {
        var sale = HomeSale.opened(coffer, "600000.00");
        var coreNo = sale.pay("590000.00");
        var account = sale.account("FUNDING");
        assertThat(account.at("/plan/0/missing/value").asString()).isEqualTo("10000.00");
        assertThat(account.at("/closureBlockers/0/kind").asString()).isEqualTo("NOT_COMPLETED");
        assertThat(account.at("/closureBlockers/0/amount/value").asString()).isEqualTo("10000.00");
        assertThat(rules("R2101", HomeSale.receipt(coreNo)))
                .containsExactly("PR-102 CREDIT 590000.00 590000.00", "PR-101 DEBIT 590000.00 0.00");
        assertThat(events(sale)).contains("accounts.EscrowFunded", "accounts.PaymentItemPartiallyFunded");
    }

    @Test
    void beyond_the_plan_is_set_apart_for_its_payer() {
        var sale = HomeSale.opened(coffer, "100.00");
        var coreNo = sale.pay("130.01");
        var account = sale.account("FUNDED");
        assertThat(account.at("/total/value").asString()).isEqualTo("100.00");
        assertThat(account.at("/setApart/value").asString()).isEqualTo("30.01");
        assertThat(rules("R2102", HomeSale.receipt(coreNo))).containsExactly("PR-104 CREDIT 30.01 30.01");
    }

    @Tag("any-store")
    @Test
    void for_an_unknown_number_waits_until_an_operator_who_has_read_it_assigns_it() {
        var sale = HomeSale.opened(coffer, "77.00");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, HomeSale.notice(coreNo, "99999999", "77.00")).isAccepted();
        var path = "/v1/receipts/" + HomeSale.receipt(coreNo);
        var read = Until.is(
                () -> operator.get(path),
                receipt -> receipt.status() == 200 && receipt.at("/state").equals("SUSPENDED"));
        assertThat(read.at("/reason")).isEqualTo("UNKNOWN_VIRTUAL_ACCOUNT");
        var assignment = "{\"account\":\"" + sale.id() + "\"}";
        var ask = operator.ask("POST", path + "/assignment", assignment);
        ask.answer().isRefused(428, "PRECONDITION_REQUIRED");
        ask.ifMatch("\"0\"").answer().isRefused(412, "STALE_VERSION");
        ask.ifMatch(read.etag()).answer().isAccepted();
        sale.account("FUNDED");
        assertThat(Until.is(
                                () -> operator.get(path),
                                receipt -> receipt.at("/state").equals("CONSUMED"))
                        .at("/taken/value"))
                .isEqualTo("77.00");
    }

    @Test
    void is_matched_by_the_one_number_in_its_remark_and_never_by_one_of_two() {
        var sale = HomeSale.opened(coffer, "88.01");
        var other = HomeSale.opened(coffer, "88.01");
        bank.post(NOTICES, remarked(HomeSale.nextCoreNo(), "首付款 " + sale.virtualAccount()))
                .isAccepted();
        sale.account("FUNDED");
        var coreNo = HomeSale.nextCoreNo();
        bank.post(NOTICES, remarked(coreNo, sale.virtualAccount() + " / " + other.virtualAccount()))
                .isAccepted();
        var path = "/v1/receipts/" + HomeSale.receipt(coreNo);
        var read = Until.is(
                () -> operator.get(path),
                receipt -> receipt.status() == 200 && receipt.at("/state").equals("SUSPENDED"));
        assertThat(read.at("/reason")).isEqualTo("NO_VIRTUAL_ACCOUNT");
        coffer.settled();
        assertThat(other.account("OPENED").at("/total/value").asString()).isEqualTo("0.00");
        assertThat(sale.account("FUNDED").at("/total/value").asString()).isEqualTo("88.01");
    }

    @Test
    void from_nobody_of_the_contract_waits_for_people_and_their_word_counts() {
        var sale = HomeSale.opened(coffer, "66.01");
        var receipt = HomeSale.receipt(sale.payAs("赵六", "66.01"));
        var path = "/v1/receipts/" + receipt;
        var read = Until.is(
                () -> operator.get(path),
                found -> found.status() == 200 && found.at("/state").equals("SUSPENDED"));
        assertThat(read.at("/reason")).isEqualTo("WRONG_PAYER");
        assertThat(operator.all("/v1/work-lists/suspense", coffer.settled()).stream()
                        .filter(item -> item.path("id").asString().equals(receipt))
                        .map(item -> item.path("detail").asString()))
                .containsExactly("WRONG_PAYER");
        assertThat(sale.account("OPENED").at("/total/value").asString()).isEqualTo("0.00");

        operator.ask("POST", path + "/assignment", "{\"account\":\"" + sale.id() + "\"}")
                .ifMatch(read.etag())
                .answer()
                .isAccepted();
        sale.account("FUNDED");
        coffer.assertAllHold();
    }

    @Test
    void is_credited_where_the_bank_tells_no_name() {
        var nameless = HomeSale.opened(coffer, "66.02");
        nameless.payNamelessly("66.02");
        nameless.account("FUNDED");
        var dashed = HomeSale.opened(coffer, "66.03");
        dashed.payAs("---", "66.03");
        dashed.account("FUNDED");
    }

    private static String remarked(String coreNo, String remark) {
        return HomeSale.notice(coreNo, "", "88.01").replace("\"virtualAccount\":\"\"", "\"remark\":\"" + remark + "\"");
    }

    private Stream<String> rules(String code, String subLedger) {
        var path = "/v1/ledger/accounts/" + code + "/" + subLedger + "/entries";
        return operator.get(path, coffer.head()).isAccepted().items().stream()
                .map(entry -> "%s %s %s %s"
                        .formatted(
                                entry.path("rule").asString(),
                                entry.path("side").asString(),
                                entry.at("/amount/value").asString(),
                                entry.path("balance").asString()));
    }

    private static Stream<String> events(HomeSale sale) {
        return RunningCoffer.shared().as("acme").get(sale.path() + "/events").items().stream()
                .map(event -> event.path("name").asString());
    }

    private double duplicates() {
        var metrics = operator.get("/actuator/metrics/coffer.notices?tag=outcome:duplicate");
        return metrics.status() == 200
                ? metrics.json().at("/measurements/0/value").asDouble()
                : 0;
    }
}
