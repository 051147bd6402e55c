package io.coffer.journeys;

import static io.coffer.journeys.Sharing.back;
import static io.coffer.journeys.Sharing.leg;
import static io.coffer.journeys.Sharing.part;
import static io.coffer.journeys.Sharing.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Over HTTP, a payment that was split is refunded")
class AfterReleaseTest {

    private static final String ELSEWHERE = "110060149018800100002";

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void out_of_what_its_payees_give_back_once_somebody_else_agreed() {
        var till = Till.paid(coffer, "1000.00");
        var sharing = new Sharing(coffer, till);
        var one = Shop.opened(coffer);
        var two = Shop.opened(coffer);
        var split = sharing.done("900.00", "50.00", leg(one.id(), "600.00"), leg(two.id(), "250.00"));

        var refund = till.refund(
                "400.00",
                plan(part("CONTRACT", "100.00"), back(split, one.id(), "200.00"), back(split, two.id(), "100.00")));
        var asked = till.refundOnce(refund, "REQUESTED");
        assertThat(asked.path("kind").asString()).isEqualTo("AFTER_RELEASE");
        assertThat(asked.path("waitsFor").asString()).isEqualTo("CHECKER");
        till.approve(refund);
        var done = till.refundOnce(refund, "SUCCEEDED");

        assertThat(done.at("/recovery/1/bearer").asString()).isEqualTo(one.id());
        assertThat(done.at("/recovery/1/state").asString()).isEqualTo("TAKEN");
        one.once("/available/value", "400.00");
        two.once("/available/value", "150.00");
        assertThat(sharing.contract().at("/balance/value").asString()).isEqualTo("0.00");
        assertThat(sharing.once(split.substring("SI:acme:".length()), "EXECUTED")
                        .at("/legs/0/returned/value")
                        .asString())
                .isEqualTo("200.00");
        coffer.assertAllHold();
    }

    @Test
    void only_when_every_payee_has_its_part_and_goes_on_by_itself_then() {
        var till = Till.paid(coffer, "900.00");
        var sharing = new Sharing(coffer, till);
        var poor = Shop.opened(coffer);
        var rich = Shop.opened(coffer);
        var split = sharing.done("900.00", "0.00", leg(poor.id(), "600.00"), leg(rich.id(), "300.00"));
        poor.once("/available/value", "600.00");
        poor.reserve("O-1", "450.00").isAccepted();

        var refund = till.refund("500.00", plan(back(split, poor.id(), "200.00"), back(split, rich.id(), "300.00")));
        till.approve(refund);
        var pending = till.refundOnce(refund, "RECOVERY_PENDING");

        assertThat(pending.path("waitsFor").asString()).isEqualTo("PAYEE");
        assertThat(pending.at("/recovery/0/gap/value").asString()).isEqualTo("50.00");
        assertThat(coffer.as("operator-1").all("/v1/work-lists/recovery-pending", coffer.settled()))
                .filteredOn(item -> item.path("id").asString().equals(refund))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.at("/amount/value").asString()).isEqualTo("50.00");
                    assertThat(item.path("detail").asString()).isEqualTo(poor.id());
                });
        rich.once("/available/value", "0.00");
        assertThat(poor.account().at("/claims/0/gap/value").asString()).isEqualTo("50.00");
        poor.pay("20.00");
        poor.once("/claims/0/gap/value", "30.00");
        poor.pay("31.00");
        till.refundOnce(refund, "SUCCEEDED");

        poor.once("/available/value", "1.00");
        coffer.assertAllHold();
    }

    @Test
    void not_after_it_was_cancelled_and_payees_keep_what_they_have() {
        var till = Till.paid(coffer, "900.00");
        var sharing = new Sharing(coffer, till);
        var poor = Shop.opened(coffer);
        var rich = Shop.opened(coffer);
        var split = sharing.done("900.00", "0.00", leg(poor.id(), "600.00"), leg(rich.id(), "300.00"));
        poor.once("/available/value", "600.00");
        poor.reserve("O-1", "600.00").isAccepted();

        var refund = till.refund("400.00", plan(back(split, poor.id(), "100.00"), back(split, rich.id(), "300.00")));
        till.approve(refund);
        till.refundOnce(refund, "RECOVERY_PENDING");
        rich.once("/available/value", "0.00");
        till.say(refund, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isAccepted();
        till.refundOnce(refund, "CANCELLED");

        rich.once("/available/value", "300.00");
        poor.pay("100.00");
        poor.once("/available/value", "100.00");
        var again = till.refund("300.00", plan(back(split, rich.id(), "300.00")));
        till.approve(again);
        till.refundOnce(again, "SUCCEEDED");
        coffer.assertAllHold();
    }

    /** The merchant bears a part: its own money first, then own cash of the institution within its limit. */
    @Test
    void with_a_part_of_the_merchant_which_owes_what_it_lacks() {
        var shop = Shop.with(coffer, "30.00").lent("100.00");
        var till = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.FREE, "500.00");
        coffer.bank().pays("ALIPAY", till.id(), "500.00", "0.00");
        till.once("PAID");
        var other = Shop.opened(coffer);
        var split = new Sharing(coffer, till).done("500.00", "0.00", leg(other.id(), "500.00"));

        var refund = till.refund("500.00", plan(back(split, other.id(), "420.00"), part("MERCHANT", "80.00")));
        till.approve(refund);
        var done = till.refundOnce(refund, "SUCCEEDED");

        assertThat(done.at("/funding/own/value").asString()).isEqualTo("30.00");
        assertThat(done.at("/funding/advanced/value").asString()).isEqualTo("50.00");
        shop.once("/advanced/value", "50.00");
        other.once("/available/value", "80.00");
        coffer.assertAllHold();
    }

    @Test
    void by_the_merchant_alone_where_payees_have_nothing() {
        var shop = Shop.with(coffer, "100.00");
        var till = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.FREE, "100.00");
        coffer.bank().pays("ALIPAY", till.id(), "100.00", "0.00");
        till.once("PAID");
        new Sharing(coffer, till).done("100.00", "0.00", leg(Shop.opened(coffer).id(), "100.00"));

        var refund = till.refund("100.00", plan(part("MERCHANT", "100.00")));
        till.approve(refund);
        till.refundOnce(refund, "SUCCEEDED");

        shop.once("/available/value", "0.00");
        coffer.assertAllHold();
    }

    /** Cash of one bank account covers nothing at another: it would wait for ever. */
    @Test
    void not_by_a_merchant_whose_fee_account_lies_elsewhere_or_is_not_opened() {
        var merchant = "M-" + HomeSale.nextCoreNo();
        var till = Till.open(coffer, merchant, Till.BY_CHANNEL, Till.FREE, "100.00");
        coffer.bank().pays("ALIPAY", till.id(), "100.00", "0.00");
        till.once("PAID");

        var missing = till.ask("R-1-" + till.no(), "10.00", plan(part("MERCHANT", "10.00")));
        assertThat(missing.isRefused(422, "REFUND_NOT_ADMITTED").at("/reasons/0/code"))
                .isEqualTo("FEE_ACCOUNT_MISSING");
        coffer.as("acme")
                .post(Shop.PATH, Shop.opening(merchant).replace(HomeSale.CUSTODY, ELSEWHERE))
                .isAccepted();
        var elsewhere = till.ask("R-2-" + till.no(), "10.00", plan(part("MERCHANT", "10.00")));
        assertThat(elsewhere.isRefused(422, "REFUND_NOT_ADMITTED").at("/reasons/0/code"))
                .isEqualTo("FEE_ACCOUNT_ELSEWHERE");
        assertThat(elsewhere.at("/reasons/0/feeAccountAt")).endsWith(ELSEWHERE);
        assertThat(elsewhere.at("/reasons/0/neededAt")).endsWith(HomeSale.CUSTODY);
    }

    /** A channel that transfers less its fee: the fee is filled up as for any refund. */
    @Test
    void with_its_fee_and_its_parts_add_up_to_what_the_contract_had() {
        var shop = Shop.with(coffer, "8.40");
        var till = Till.open(coffer, shop.merchant(), Till.NET, Till.OF_MERCHANT, "1400.00");
        till.receives("1391.60");
        till.once("PAID");
        var other = Shop.opened(coffer);
        var split = new Sharing(coffer, till).done("1391.60", "0.00", leg(other.id(), "1391.60"));

        var wrong = till.ask("R-" + till.no(), "1400.00", plan(back(split, other.id(), "1391.59")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/reasons/0/code")).isEqualTo("RECOVERY_PLAN_DIFFERS");
        assertThat(wrong.at("/reasons/0/needed/value")).isEqualTo("1391.60");
        var refund = till.refund("1400.00", plan(back(split, other.id(), "1391.60")));
        till.approve(refund);
        Until.is(
                () -> till.refundOf(refund),
                view -> Set.of("SUCCEEDED", "REROUTE_PENDING", "FAILED_FINAL")
                        .contains(view.path("state").asString()));

        shop.once("/available/value", "0.00");
        other.once("/available/value", "0.00");
        coffer.assertAllHold();
    }

    @Test
    void never_beyond_what_a_split_gave_nor_out_of_another_payments_split() {
        var till = Till.paid(coffer, "900.00");
        var other = Till.paid(coffer, "900.00");
        var shop = Shop.opened(coffer);
        var split = new Sharing(coffer, till).done("500.00", "0.00", leg(shop.id(), "500.00"));
        var others = new Sharing(coffer, other).done("900.00", "0.00", leg(shop.id(), "900.00"));

        assertRejected(till, till.refund("501.00", plan(back(split, shop.id(), "501.00"))), "RETURN_EXCEEDS_LEG");
        assertRejected(till, till.refund("10.00", plan(back(others, shop.id(), "10.00"))), "SPLIT_OF_OTHER_PAYMENT");
        assertRejected(till, till.refund("10.00", plan(back("SI:acme:NEVER-WAS", shop.id(), "10.00"))), "NOT_FOUND");
        var stranger = till.ask("R-" + till.no(), "10.00", plan(back("SI:umbrella:X", shop.id(), "10.00")));
        assertThat(stranger.status()).isEqualTo(404);
        for (var bad : List.of(
                ",\"recoveryPlan\":[]", plan("{\"from\":\"PAYEE\",\"amount\":" + HomeSale.cny("10.00") + "}"))) {
            assertThat(till.ask("R-" + till.no(), "10.00", bad).code()).isEqualTo("FIELD_INVALID");
        }
        assertNothingPromised(till);
        coffer.assertAllHold();
    }

    /** R1 holds whatever the money is taken of. */
    @Test
    void never_beyond_its_price_together_with_what_went_back_before() {
        var till = Till.paid(coffer, "900.00");
        var shop = Shop.opened(coffer);
        var split = new Sharing(coffer, till).done("500.00", "0.00", leg(shop.id(), "500.00"));
        till.refundOnce(till.refund("401.00"), "FUNDING_REQUIRED");

        var more = till.ask("R-" + till.no(), "500.00", plan(back(split, shop.id(), "500.00")));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.at("/reasons/0/code")).isEqualTo("EXCEEDS_REFUNDABLE");
        assertThat(more.at("/reasons/0/refundable/value")).isEqualTo("499.00");
        coffer.assertAllHold();
    }

    /** R1 by 32 callers at once, of which each wants a third. */
    @Test
    void never_more_often_than_there_is_money_whoever_asks_at_the_same_moment() {
        var till = Till.paid(coffer, "900.00");
        var shop = Shop.opened(coffer);
        var split = new Sharing(coffer, till).done("900.00", "0.00", leg(shop.id(), "900.00"));

        var answers = SplitsTest.together(
                caller -> till.ask("R-" + caller + "-" + till.no(), "300.00", plan(back(split, shop.id(), "300.00"))));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSizeBetween(1, 3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400)
                .allMatch(answer ->
                        List.of("REFUND_NOT_ADMITTED", "CONCURRENT_CHANGE").contains(answer.code()));
        coffer.settled();
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("900.00");
        coffer.assertAllHold();
    }

    private static void assertRejected(Till till, String refund, String reason) {
        var rejected = till.refundOnce(refund, "REJECTED");
        assertThat(rejected.path("reason").asString()).isEqualTo(reason);
        assertThat(rejected.at("/recovery/0/state").asString()).isEqualTo("ENDED");
        assertNothingPromised(till);
    }

    /** As long as its order knows of a refund, the channel's next one is too soon. */
    private static void assertNothingPromised(Till till) {
        Until.is(
                till::payments,
                payments ->
                        payments.getFirst().at("/refundable/value").asString().equals("900.00"));
    }
}
