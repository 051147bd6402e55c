package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("What an escrow account was paid too much")
class OverpaymentsTest {

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client operator = coffer.as("operator-1");
    private final Client acme = coffer.as("acme");

    private static String path(String receipt) {
        return "/v1/receipts/" + receipt;
    }

    private static String wish(String no) {
        return "{\"outRefundNo\":\"" + no + "\",\"reason\":\"PAID_TOO_MUCH\"}";
    }

    private Reply ask(String receipt, String no) {
        return operator.post(path(receipt) + "/refunds", wish(no));
    }

    /** An account that expects 100.00 is paid so much; gives the receipt, once what is too much is set apart. */
    private String paid(HomeSale sale, String amount, String tooMuch) {
        var receipt = HomeSale.receipt(sale.pay(amount));
        Until.is(
                sale::account,
                account -> account.at("/setApart/value").asString().equals(tooMuch));
        Until.is(
                () -> operator.get(path(receipt), coffer.settled()),
                seen -> seen.status() == 200 && seen.at("/state").equals("CONSUMED"));
        return receipt;
    }

    private JsonNode once(String refund, String state) {
        return Until.is(
                        () -> acme.get(Till.REFUNDS + "/" + refund, coffer.settled()),
                        seen -> seen.status() == 200 && seen.at("/state").equals(state))
                .json();
    }

    private JsonNode receipt(String receipt) {
        return operator.get(path(receipt), coffer.settled()).isAccepted().json();
    }

    private String balance(String receipt) {
        return operator.get("/v1/ledger/accounts/R2102/" + receipt + "/entries?limit=200", coffer.settled())
                .items()
                .getLast()
                .path("balance")
                .asString();
    }

    @Test
    void goes_back_to_the_account_that_paid_once_and_by_nothing_else() {
        var sale = HomeSale.opened(coffer, "100.00");
        var receipt = paid(sale, "105.00", "5.00");
        var no = "X-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;

        assertThat(ask(receipt, no).isAccepted().text()).contains("receipts.ExcessPromised");
        var done = once(refund, "SUCCEEDED");
        assertThat(done.at("/kind").asString()).isEqualTo("OVERPAYMENT");
        assertThat(done.at("/route").asString()).isEqualTo("TRANSFER");
        assertThat(done.at("/account").asString()).isEqualTo(sale.id());
        assertThat(done.at("/paymentNo").asString()).isEqualTo(receipt);
        assertThat(done.at("/amount/value").asString()).isEqualTo("5.00");
        assertThat(coffer.bank().debitsOf("PY:" + refund + ":1"))
                .singleElement()
                .satisfies(debit -> assertThat(debit.path("amount").asString()).isEqualTo("5.00"));
        Until.is(
                sale::account,
                account -> account.at("/setApart/value").asString().equals("0.00"));
        assertThat(balance(receipt)).isEqualTo("0.00");
        assertThat(sale.account().at("/total/value").asString()).isEqualTo("100.00");

        assertThat(ask(receipt, no).isAccepted().json().path("events")).isEmpty();
        ask(receipt, no + "-2").isRefused(409, "RECEIPT_NOT_FREE");
        operator.post(path(receipt) + "/returns").isRefused(409, "RECEIPT_NOT_FREE");
        operator.post(path(receipt) + "/corrections", "{}").isRefused(409, "RECEIPT_NOT_FREE");
        assertThat(acme.get(Till.REFUNDS + "?account=" + sale.id(), coffer.settled())
                        .text())
                .contains(refund);
        coffer.assertAllHold();
    }

    @Test
    void of_more_than_a_thousand_yuan_waits_for_a_second_person_and_is_kept_for_the_refund() {
        var sale = HomeSale.opened(coffer, "100.00");
        var receipt = paid(sale, "1100.01", "1000.01");
        var no = "X-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        ask(receipt, no).isAccepted();
        assertThat(once(refund, "REQUESTED").at("/waitsFor").asString()).isEqualTo("CHECKER");
        assertThat(ask(receipt, no).isAccepted().json().path("events")).isEmpty();
        assertThat(receipt(receipt).at("/wish/verdict").asString()).isEqualTo("REFUND");
        assertThat(receipt(receipt).at("/wish/refund").asString()).isEqualTo(refund);
        ask(receipt, no + "-2").isRefused(409, "VERDICT_PENDING");
        operator.post(path(receipt) + "/returns").isRefused(409, "VERDICT_PENDING");
        operator.post(path(receipt) + "/corrections", "{}").isRefused(409, "VERDICT_PENDING");

        acme.post(Till.REFUNDS + "/" + refund + "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        once(refund, "CANCELLED");
        Until.is(() -> receipt(receipt), seen -> seen.path("wish").isMissingNode());
        assertThat(balance(receipt)).isEqualTo("1000.01");
        ask(receipt, no).isRefused(409, "REFUND_NUMBER_TAKEN");

        ask(receipt, no + "-2").isAccepted();
        once(refund + "-2", "REQUESTED");
        HomeSale.approve(coffer, "AR:acme:refund:" + no + "-2", "checker-1", coffer.head());
        once(refund + "-2", "SUCCEEDED");
        assertThat(coffer.bank().debitsOf("PY:" + refund + "-2:1")).hasSize(1);
        assertThat(coffer.bank().debitsOf("PY:" + refund + ":1")).isEmpty();
        coffer.assertAllHold();
    }

    @Test
    void stays_with_its_receipt_that_became_doubtful_while_people_decided() {
        var sale = HomeSale.opened(coffer, "100.00");
        var receipt = paid(sale, "1100.02", "1000.02");
        var no = "X-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        ask(receipt, no).isAccepted();
        once(refund, "REQUESTED");
        var coreNo = receipt.substring(receipt.lastIndexOf(':') + 1);
        coffer.as("bank-adapter")
                .post("/v1/bank/notices", HomeSale.notice(coreNo, sale.virtualAccount(), "100.02"))
                .isAccepted();

        HomeSale.approve(coffer, "AR:acme:refund:" + no, "checker-1", coffer.head());
        assertThat(once(refund, "REJECTED").at("/reason").asString()).isEqualTo("RECEIPT_NOT_FREE");
        Until.is(() -> receipt(receipt), seen -> seen.path("wish").isMissingNode());
        assertThat(balance(receipt)).isEqualTo("1000.02");
        assertThat(coffer.bank().debitsOf("PY:" + refund + ":1")).isEmpty();
        ask(receipt, no + "-2").isRefused(409, "RECEIPT_NOT_FREE");
        coffer.assertAllHold();
    }

    @Test
    void that_the_bank_cannot_pay_goes_to_another_account_of_the_payer() {
        var desk = Till.paid(coffer, "1.00");
        var sale = HomeSale.opened(coffer, "100.00");
        var receipt = paid(sale, "107.00", "7.00");
        var no = "X-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        coffer.bank().script("PY:" + refund + ":1", "REFUSES");
        ask(receipt, no).isAccepted();
        once(refund, "REROUTE_PENDING");
        Until.is(
                sale::account,
                account -> account.path("closureBlockers").toString().contains("REFUND_IN_TRANSIT"));
        assertThat(sale.account().path("closureBlockers").toString()).doesNotContain("EXCESS_UNDECIDED");
        desk.say(refund, "/cancellation", "{\"reason\":\"X\"}").isRefused(409, "NOT_IN_THIS_STATE");
        operator.post(path(receipt) + "/returns").isRefused(409, "RECEIPT_NOT_FREE");
        coffer.assertAllHold();

        desk.reroute(refund, "李梅").isRefused(422, "REROUTE_HOLDER_DIFFERS");
        desk.reroute(refund, "王强").isAccepted();
        desk.verify(refund, 2);
        once(refund, "SUCCEEDED");
        assertThat(coffer.bank().debitsOf("PY:" + refund + ":1")).isEmpty();
        assertThat(coffer.bank().debitsOf("PY:" + refund + ":2")).hasSize(1);
        Until.is(
                sale::account,
                account -> !account.path("closureBlockers").toString().contains("REFUND_IN_TRANSIT"));
        coffer.assertAllHold();
    }

    @Test
    void stays_with_its_receipt_where_the_number_is_another_refunds() {
        var till = Till.paid(coffer, "10.00");
        coffer.bank().scriptRefund("RF:acme:R-*", "AT_ONCE");
        var taken = till.refund("1.00");
        till.refundOnce(taken, "SUCCEEDED");
        var sale = HomeSale.opened(coffer, "100.00");
        var receipt = paid(sale, "103.00", "3.00");

        ask(receipt, taken.substring("RF:acme:".length())).isAccepted();
        Until.is(() -> receipt(receipt), seen -> seen.path("wish").isMissingNode());
        assertThat(balance(receipt)).isEqualTo("3.00");
        var no = "X-" + HomeSale.nextCoreNo();
        ask(receipt, no).isAccepted();
        once("RF:acme:" + no, "SUCCEEDED");
        coffer.assertAllHold();
    }
}
