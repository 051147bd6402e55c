package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A refund")
class RefundsTest {

    private static final int CALLERS = 32;

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final SimulatedBank bank = coffer.bank();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT_ONCE",
                "LATE",
                "TWICE",
                "LOST_CALLBACK",
                "OUT_OF_ORDER",
                "NEVER_ANSWERS_EXECUTED",
                "NEVER_ANSWERS_NOT_EXECUTED",
                "NOT_FOUND_FIRST",
                "RETRYABLE_FIRST"
            })
    void reaches_its_payer_once_whatever_the_channel_says(String behaviour) {
        var till = Till.paid(coffer, "1000.00");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var no = "R-" + HomeSale.nextCoreNo();
        bank.scriptRefund("RF:acme:" + no, behaviour);
        till.ask(no, "800.00").isAccepted();
        var refund = "RF:acme:" + no;

        till.refundOnce(refund, "SUCCEEDED");
        assertThat(bank.creditsOf(refund)).singleElement().satisfies(credit -> {
            assertThat(credit.path("count").asInt()).isEqualTo(1);
            assertThat(credit.path("amount").asString()).isEqualTo("800.00");
        });
        Until.is(
                till::payments,
                payments ->
                        payments.getFirst().at("/refundable/value").asString().equals("200.00"));
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T8: two refunds of 800 on 1,000, by 32 callers at once: one is admitted")
    void of_more_than_the_payment_is_refused_whoever_asks_at_the_same_moment() throws Exception {
        var till = Till.paid(coffer, "1000.00");
        var answers = together(caller -> () -> till.ask("R8-" + till.no() + "-" + caller, "800.00"));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400)
                .hasSize(CALLERS - 1)
                .allMatch(answer ->
                        List.of("REFUND_NOT_ADMITTED", "CONCURRENT_CHANGE").contains(answer.code()));
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("REFUND_NOT_ADMITTED"))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(
                                answer.json().at("/reasons/0/refundable/value").asString())
                        .isEqualTo("200.00"));
        Until.is(
                till::payments,
                payments -> payments.getFirst().path("refunds").size() == 1
                        && payments.getFirst().at("/refunds/0/state").asString().equals("DONE"));
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T10: paid 366 days ago by WeChat: refused with the end of the window, and a reroute is possible")
    void that_comes_too_late_for_the_channel_goes_by_another_way() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_WECHAT, Till.FREE, "500.00");
        till.told("WECHAT", "T-" + till.no(), "500.00", Instant.now().minus(Duration.ofDays(366)))
                .isAccepted();
        till.once("PAID");
        var refused = till.ask("R-" + till.no(), "500.00").isRefused(422, "REFUND_NOT_ADMITTED");
        assertThat(refused.at("/reasons/0/code")).isEqualTo("WINDOW_EXCEEDED");

        var refund = till.refund("500.00", ",\"route\":\"REROUTE\"");
        till.approve(refund);
        till.refundOnce(refund, "REROUTE_PENDING");
        till.reroute(refund, "王强").isAccepted();
        till.verify(refund, 1);
        till.refundOnce(refund, "SUCCEEDED");
        assertThat(bank.debitsOf("PY:" + refund + ":1")).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T9: the card is closed: another holder is refused, the same one and two people get it paid")
    void that_the_card_cannot_take_goes_to_another_account_of_the_payer() {
        var till = Till.paid(coffer, "300.00");
        var no = "R-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        bank.scriptRefund(refund, "REFUSES", ",\"failure\":\"INSTRUMENT\"");
        till.ask(no, "300.00").isAccepted();
        var waiting = till.refundOnce(refund, "REROUTE_PENDING");
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("BUSINESS");
        assertThat(waiting.at("/failureCode").asString()).isEqualTo("ACCOUNT_CLOSED");

        till.reroute(refund, "李梅").isRefused(422, "REROUTE_HOLDER_DIFFERS");
        till.reroute(refund, "王强").isAccepted();
        till.verify(refund, 1);
        till.refundOnce(refund, "SUCCEEDED");
        assertThat(bank.creditsOf(refund)).isEmpty();
        assertThat(bank.debitsOf("PY:" + refund + ":1")).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T50: a refund that the channel cannot do now is cancelled: the contract has its money again")
    void that_is_cancelled_gives_the_money_back_to_its_contract() {
        var till = Till.paid(coffer, "1000.00");
        var no = "R-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        bank.scriptRefund(refund, "REFUSES", ",\"failure\":\"FINAL\"");
        till.ask(no, "800.00").isAccepted();
        till.refundOnce(refund, "FAILED_FINAL");
        till.say(refund, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isAccepted();
        till.refundOnce(refund, "CANCELLED");

        Until.is(
                till::payments,
                payments ->
                        payments.getFirst().at("/refundable/value").asString().equals("1000.00"));
        var shop = Shop.opened(coffer);
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("1000.00");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var second = till.refund("1000.00");
        till.refundOnce(second, "SUCCEEDED");
        till.say(second, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isRefused(409, "NOT_IN_THIS_STATE");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T51: a success is taken back: the money waits for another account and is paid there")
    void that_bounces_is_paid_by_transfer() {
        var till = Till.paid(coffer, "300.00");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var refund = till.refund("300.00");
        till.refundOnce(refund, "SUCCEEDED");
        bank.bounces(refund);
        till.refundOnce(refund, "REROUTE_PENDING");
        coffer.assertAllHold();
        till.reroute(refund, "王强").isAccepted();
        till.verify(refund, 1);
        till.refundOnce(refund, "SUCCEEDED");
        assertThat(bank.creditsOf(refund))
                .singleElement()
                .satisfies(credit -> assertThat(credit.path("count").asInt()).isEqualTo(1));
        assertThat(bank.debitsOf("PY:" + refund + ":1")).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    @DisplayName(
            "T6, T7: a net payment refunded in full: 8.40 are missing, then 5.00 come from B and 3.40 are advanced")
    void whose_fee_is_missing_waits_for_it_and_takes_no_neighbours_money() {
        var shop = Shop.opened(coffer);
        var neighbour = Till.open(coffer, shop.merchant(), Till.BY_BANK, Till.FREE, "3500.00");
        neighbour.receives("3500.00");
        neighbour.once("PAID");
        var till = Till.open(coffer, shop.merchant(), Till.NET, Till.OF_MERCHANT, "1400.00");
        bank.paysNet("UMS", till.id(), "1400.00", "8.40", till.number());
        till.once("PAID");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");

        var refund = till.refund("1400.00");
        till.approve(refund);
        var waiting = till.refundOnce(refund, "FUNDING_REQUIRED");
        assertThat(waiting.at("/funding/lacksFee/value").asString()).isEqualTo("8.40");
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("MERCHANT");
        assertThat(bank.creditsOf(refund)).isEmpty();

        shop.pay("5.00");
        shop.once("/available/value", "5.00");
        shop.lent("100.00");
        till.say(refund, "/funding", null).isAccepted();
        var done = till.refundOnce(refund, "SUCCEEDED");
        assertThat(done.at("/funding/own/value").asString()).isEqualTo("5.00");
        assertThat(done.at("/funding/advanced/value").asString()).isEqualTo("3.40");
        shop.once("/advanced/value", "3.40");
        assertThat(shop.balance("R2003", neighbour.contract() + ":" + neighbour.no() + ".AVAILABLE"))
                .isEqualTo("3500.00");
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("0.00");
        coffer.assertAllHold();

        shop.pay("10.00");
        shop.once("/advanced/value", "0.00");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("6.60");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("A net payment too many, refunded twice because the first refund was cancelled: B pays its fee once")
    void that_is_cancelled_gives_its_fee_back_to_the_account_that_paid_it() {
        var shop = Shop.with(coffer, "4.00").lent("100.00");
        var till = Till.open(coffer, shop.merchant(), Till.NET, Till.OF_MERCHANT, "900.00");
        bank.paysNet("UMS", till.id(), "900.00", "5.40", till.number());
        till.once("PAID");
        bank.paysNet("UMS", till.id(), "900.00", "5.40", till.number());
        till.oncePaid(2);
        var excess = till.payments().get(1).at("/paymentNo").asString();
        var ofExcess = ",\"paymentNo\":\"" + excess + "\"";

        var no = "R-" + HomeSale.nextCoreNo();
        var first = "RF:acme:" + no;
        bank.scriptRefund(first, "REFUSES", ",\"failure\":\"FINAL\"");
        till.ask(no, "900.00", ofExcess).isAccepted();
        till.refundOnce(first, "FAILED_FINAL");
        shop.once("/advanced/value", "1.40");
        till.say(first, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isAccepted();
        shop.once("/advanced/value", "0.00");
        shop.once("/available/value", "4.00");
        assertThat(shop.balance("R2102", excess)).isEqualTo("894.60");
        coffer.assertAllHold();

        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var again = "R-" + HomeSale.nextCoreNo();
        Until.is(() -> till.ask(again, "900.00", ofExcess), reply -> reply.status() < 300);
        till.refundOnce("RF:acme:" + again, "SUCCEEDED");
        shop.once("/advanced/value", "1.40");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("0.00");
        assertThat(shop.balance("R2102", excess)).isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void of_a_transfer_goes_back_to_the_account_that_paid() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_BANK, Till.FREE, "900.00");
        till.receives("900.00");
        till.once("PAID");
        var second = till.receives("900.00");
        till.oncePaid(2);
        var duplicate = till.refund("900.00", ",\"paymentNo\":\"" + second + "\"");
        var done = till.refundOnce(duplicate, "SUCCEEDED");
        assertThat(done.at("/kind").asString()).isEqualTo("DUPLICATE_PAYMENT");
        assertThat(bank.debitsOf("PY:" + duplicate + ":1")).hasSize(1);
        var shop = Shop.opened(coffer);
        assertThat(shop.balance("R2102", second)).isEqualTo("0.00");
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("900.00");
        coffer.assertAllHold();
    }

    @Test
    void that_the_channel_puts_off_again_and_again_waits_for_a_person() {
        var till = Till.paid(coffer, "300.00");
        var no = "R-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        bank.scriptRefund(refund, "REFUSES", ",\"failure\":\"RETRYABLE\"");
        till.ask(no, "300.00").isAccepted();
        var waiting = till.refundOnce(refund, "RETRIES_EXHAUSTED");
        assertThat(waiting.at("/attempts").asInt()).isEqualTo(3);
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("OPERATOR");
        assertThat(coffer.as("operator-1")
                        .get("/v1/work-lists/refunds-waiting", coffer.head())
                        .text())
                .contains(refund);

        bank.scriptRefund(refund, "AT_ONCE");
        till.say(refund, "/retry", null).isAccepted();
        till.refundOnce(refund, "SUCCEEDED");
        assertThat(bank.creditsOf(refund)).hasSize(1);
    }

    @Test
    void in_parts_of_more_than_a_thousand_yuan_needs_a_second_person_too() {
        var till = Till.paid(coffer, "1500.00");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        till.refundOnce(till.refund("600.00"), "SUCCEEDED");
        var second = "R-" + HomeSale.nextCoreNo();
        Until.is(() -> till.ask(second, "400.01"), reply -> reply.status() < 300);
        var waiting = till.refundOnce("RF:acme:" + second, "REQUESTED");
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("CHECKER");
        till.approve("RF:acme:" + second);
        till.refundOnce("RF:acme:" + second, "SUCCEEDED");
    }

    @Test
    void is_answered_with_its_own_address_and_keeps_its_number() {
        var till = Till.paid(coffer, "500.00");
        var no = "R-" + HomeSale.nextCoreNo();
        var answer = till.ask(no, "200.00").isAccepted();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/id")).isEqualTo("RF:acme:" + no);
        assertThat(answer.headers().firstValue("Location")).contains("/v1/refunds/RF:acme:" + no);

        var again = till.ask(no, "200.00").isAccepted();
        assertThat(again.at("/id")).isEqualTo("RF:acme:" + no);
        assertThat(again.json().path("events").size()).isZero();
        till.ask(no, "200.01").isRefused(409, "REFUND_NUMBER_TAKEN");
        till.ask(no, "200.00", ",\"route\":\"REROUTE\"").isRefused(409, "REFUND_NUMBER_TAKEN");
    }

    @Test
    void of_more_than_a_thousand_yuan_needs_a_second_person() {
        var till = Till.paid(coffer, "1000.01");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var refund = till.refund("1000.01");
        var waiting = till.refundOnce(refund, "REQUESTED");
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("CHECKER");
        till.approve(refund);
        till.refundOnce(refund, "SUCCEEDED");
    }

    private static List<Reply> together(java.util.function.IntFunction<Callable<Reply>> caller)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Reply>>();
            for (var index = 0; index < CALLERS; index++) {
                calls.add(caller.apply(index));
            }
            var answers = new ArrayList<Reply>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
