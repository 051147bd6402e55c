package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment order")
class PaymentsTest {

    private static final String PRICE = "1400.00";
    private static final String ELSEWHERE = "110060149018800100002";

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client acme = coffer.as("acme");

    @Test
    void through_a_channel_takes_its_fee_from_the_merchants_own_account_and_leaves_the_price_whole() {
        var shop = Shop.with(coffer, "20.00");
        var till = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.OF_MERCHANT, PRICE);
        shop.once("/reserved/value", "8.40");
        coffer.bank().pays("ALIPAY", till.id(), PRICE, "8.40");
        till.once("PAID");

        shop.once("/reserved/value", "0.00");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("11.60");
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo(PRICE);
        coffer.assertAllHold();

        coffer.bank().scriptRefund("RF:acme:R-*", "AT_ONCE");
        var half = till.refund("700.00");
        till.refundOnce(half, "SUCCEEDED");
        shop.once("/available/value", "15.80");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName(
            "T48: B has 1.00 and the fee is 8.40: the order is refused with the gap of 7.40; with terms it is advanced")
    void whose_fee_nobody_covers_is_refused_with_the_gap() {
        var shop = Shop.with(coffer, "1.00");
        var refused = Till.made(coffer, shop.merchant(), Till.BY_CHANNEL, Till.OF_MERCHANT, PRICE)
                .once("REFUSED");
        assertThat(refused.at("/code").asString()).isEqualTo("FEE_NOT_COVERED");
        assertThat(refused.at("/gap/value").asString()).isEqualTo("7.40");

        shop.lent("100.00");
        var till = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.OF_MERCHANT, PRICE);
        assertThat(shop.account().at("/advanced/value").asString()).isEqualTo("7.40");
        coffer.bank().pays("ALIPAY", till.id(), PRICE, "8.40");
        till.once("PAID");
        shop.once("/reserved/value", "0.00");
        assertThat(shop.account().at("/advanced/value").asString()).isEqualTo("7.40");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T49: nobody pays: the fee is available again, and an advance is recovered first")
    void that_nobody_pays_gives_its_fee_back() {
        var shop = Shop.with(coffer, "1.00").lent("100.00");
        var no = "PAY-" + HomeSale.nextCoreNo();
        acme.post(
                        Till.PATH,
                        Till.body(
                                no,
                                shop.merchant(),
                                Till.BY_CHANNEL,
                                Till.OF_MERCHANT,
                                PRICE,
                                Instant.now().plus(Duration.ofSeconds(6))))
                .isAccepted();
        shop.once("/reserved/value", "8.40");
        Until.is(() -> acme.get(Till.PATH + "/PO:acme:" + no, 0).at("/state"), "EXPIRED"::equals);
        shop.once("/reserved/value", "0.00");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("1.00");
        assertThat(shop.account().at("/advanced/value").asString()).isEqualTo("0.00");

        var cancelled = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.OF_MERCHANT, PRICE);
        acme.post(Till.PATH + "/" + cancelled.id() + "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        shop.once("/reserved/value", "0.00");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T5: 1,400.00 were expected and paid: a second 1,400.00 waits for its payer, and the merchant has one")
    void that_is_paid_twice_keeps_the_second_payment_for_its_payer() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_BANK, Till.FREE, PRICE);
        till.receives(PRICE);
        till.once("PAID");
        var second = till.receives(PRICE);
        till.oncePaid(2);

        assertThat(till.payments())
                .extracting(payment -> payment.at("/place").asString())
                .containsExactly("CONTRACT", "EXCESS");
        var shop = Shop.opened(coffer);
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo(PRICE);
        assertThat(shop.balance("R2102", second)).isEqualTo(PRICE);
        var contract = acme.get("/v1/merchant-contracts/" + till.contract(), coffer.head())
                .isAccepted();
        assertThat(contract.text()).contains("\"value\":\"1400.00\"");
        coffer.assertAllHold();
    }

    @Test
    void does_not_take_its_fee_from_another_custody_account() {
        var shop = Shop.with(coffer, "20.00");
        var body = Till.body("PAY-" + HomeSale.nextCoreNo(), shop.merchant(), Till.BY_CHANNEL, Till.OF_MERCHANT, PRICE)
                .replace(HomeSale.CUSTODY, ELSEWHERE);
        var order = acme.post(Till.PATH, body).isAccepted();
        var refused = Until.is(
                () -> acme.get(Till.PATH + "/" + order.at("/id"), order.position()),
                reply -> reply.at("/state").equals("REFUSED"));
        assertThat(refused.at("/code")).isEqualTo("FEE_AT_OTHER_CUSTODY_ACCOUNT");

        var fee = Shop.fee("O-1", "1.00")
                .replaceFirst(
                        "}\\s*$",
                        ",\"custodyAccount\":{\"bankCode\":\"%s\",\"accountNo\":\"%s\"}}"
                                .formatted(HomeSale.BANK, ELSEWHERE));
        var problem = shop.say("acme", "/fee-reservations", fee).isRefused(422, "FEE_AT_OTHER_CUSTODY_ACCOUNT");
        assertThat(problem.at("/feeAccountAt")).endsWith(HomeSale.CUSTODY);
        assertThat(problem.at("/neededAt")).endsWith(ELSEWHERE);
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("20.00");
    }

    @Test
    @DisplayName("A net credit is for orders whose refunds the merchant's own account may pay for: there, and at once")
    void that_comes_net_has_its_merchants_fee_account_where_its_money_comes_to() {
        var shop = Shop.with(coffer, "20.00");
        var elsewhere = Till.body("PAY-" + HomeSale.nextCoreNo(), shop.merchant(), Till.NET, Till.OF_MERCHANT, PRICE)
                .replace(HomeSale.CUSTODY, ELSEWHERE);
        var problem = acme.post(Till.PATH, elsewhere).isRefused(422, "FEE_AT_OTHER_CUSTODY_ACCOUNT");
        assertThat(problem.at("/feeAccountAt")).endsWith(HomeSale.CUSTODY);
        assertThat(problem.at("/neededAt")).endsWith(ELSEWHERE);

        var merchant = "M-" + HomeSale.nextCoreNo();
        make(merchant, Till.NET, Till.OF_MERCHANT, PRICE).isRefused(404, "NOT_FOUND");
        make(merchant, Till.NET, Till.FREE, PRICE).isAccepted();
    }

    @Test
    void has_one_of_the_fees_that_are_agreed_for_its_way() {
        var merchant = "M-" + HomeSale.nextCoreNo();
        var problem = make(merchant, Till.BY_UMS, Till.OF_PLATFORM, PRICE).isRefused(422, "FEE_TERM_NOT_AGREED");
        assertThat(problem.at("/way")).isEqualTo("CHANNEL, settling NET");
        assertThat(problem.at("/agreed/0/rateBp")).isEqualTo("0");
        assertThat(problem.at("/agreed/1/rateBp")).isEqualTo("60");
        assertThat(problem.at("/agreed/1/bearer")).isEqualTo("MERCHANT_B");
        assertThat(problem.at("/agreed/1/refundable")).isEqualTo("false");
        make(merchant, Till.BY_UMS, Till.FREE.replace("0,", "1,"), PRICE).isRefused(422, "FEE_TERM_NOT_AGREED");
        make(merchant, Till.BY_BANK, Till.FREE.replace("0,", "1,"), PRICE).isRefused(422, "FEE_TERM_NOT_AGREED");
        make(merchant, Till.BY_UMS, Till.FREE.replace("0,", "0,\"cap\":" + HomeSale.cny("1.00") + ","), PRICE)
                .isRefused(422, "FEE_TERM_NOT_AGREED");
    }

    @Test
    void that_a_channel_captures_twice_or_too_late_owes_the_payer() {
        var till = Till.paid(coffer, PRICE);
        coffer.bank().pays("ALIPAY", till.id(), PRICE, "8.40");
        till.oncePaid(2);
        assertThat(till.payments())
                .extracting(payment -> payment.at("/place").asString())
                .containsExactly("CONTRACT", "EXCESS");

        var over = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_CHANNEL, Till.FREE, PRICE);
        acme.post(Till.PATH + "/" + over.id() + "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        coffer.bank().pays("ALIPAY", over.id(), PRICE, "0.00");
        over.oncePaid(1);
        assertThat(over.order().at("/state").asString()).isEqualTo("CANCELLED");
        assertThat(over.payments().getFirst().at("/place").asString()).isEqualTo("EXCESS");
        coffer.assertAllHold();
    }

    @Test
    void leaves_what_is_not_its_price_in_suspense() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_BANK, Till.FREE, PRICE);
        var receipt = till.receives("1399.99");
        Until.is(
                () -> coffer.as("operator-1").get("/v1/receipts/" + receipt, coffer.head()),
                reply -> reply.status() == 200 && reply.at("/state").equals("SUSPENDED"));
        assertThat(till.order().at("/state").asString()).isEqualTo("OPEN");
        till.receives(PRICE);
        till.once("PAID");
    }

    @Test
    void is_told_by_a_channel_once_and_with_one_content() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_CHANNEL, Till.FREE, PRICE);
        var now = Instant.now();
        till.told("ALIPAY", "T-1", "1399.00", now).isRefused(422, "CAPTURED_AMOUNT_DIFFERS");
        till.told("WECHAT", "T-1", PRICE, now).isRefused(422, "NOT_THE_CHANNEL");
        till.told("ALIPAY", "T-1", PRICE, now).isAccepted();
        assertThat(till.told("ALIPAY", "T-1", PRICE, now)
                        .isAccepted()
                        .json()
                        .path("events")
                        .size())
                .isZero();
        till.told("ALIPAY", "T-1", PRICE, now.plusSeconds(1)).isRefused(409, "CAPTURE_CONTRADICTED");
    }

    @Test
    void refuses_terms_that_cannot_be_and_belongs_to_its_tenant() {
        var merchant = "M-" + HomeSale.nextCoreNo();
        make(merchant, "{\"kind\":\"CHANNEL\",\"channel\":\"NONE\",\"settling\":\"NET\"}", Till.FREE, PRICE)
                .isRefused(422, "CHANNEL_UNKNOWN");
        make(merchant, "{\"kind\":\"CHANNEL\"}", Till.FREE, PRICE).isRefused(422, "FIELD_INVALID");
        make(merchant, Till.BY_BANK, Till.OF_PLATFORM, PRICE).isRefused(422, "FEE_TERM_NOT_POSSIBLE");
        make(merchant, Till.BY_CHANNEL, Till.FREE, "0.00").isRefused(422, "AMOUNT_ZERO");
        make(merchant, Till.BY_CHANNEL, Till.FREE.replace("0,", "1001,"), PRICE).isRefused(422, "FIELD_INVALID");
        acme.post(Till.PATH, Till.body("X-" + merchant, merchant, Till.BY_BANK, Till.FREE, PRICE, Instant.EPOCH))
                .isRefused(422, "EXPIRY_NOT_POSSIBLE");

        var till = Till.open(coffer, merchant, Till.BY_CHANNEL, Till.FREE, PRICE);
        acme.post(Till.PATH, Till.body(till.no(), merchant, Till.BY_CHANNEL, Till.FREE, PRICE))
                .isRefused(409, "ALREADY_EXISTS");
        coffer.as("globex").get(Till.PATH + "/" + till.id(), coffer.head()).isRefused(404, "NOT_FOUND");
        till.ask("R-1", "1.00").isRefused(404, "PAYMENT_UNKNOWN");
    }

    @Test
    void names_the_field_that_is_no_key_and_the_body_that_is_no_object() {
        var merchant = "M-" + HomeSale.nextCoreNo();
        var colon = acme.post(Till.PATH, Till.body("P:1", merchant, Till.BY_CHANNEL, Till.FREE, PRICE));
        assertThat(colon.text()).contains("outTradeNo").doesNotContain("PO.");
        assertThat(acme.post(Till.PATH, Till.body("P-1", "M:1", Till.BY_CHANNEL, Till.FREE, PRICE))
                        .text())
                .contains("merchantNo");
        assertThat(acme.post(Shop.PATH, Shop.opening("M:1")).text())
                .contains("merchantNo")
                .doesNotContain("MB.");
        var campaign = coffer.as("operator-1")
                .post("/v1/promotion-campaigns", PromotionsTest.body("C:1", PromotionsTest.OWN, "50.00"))
                .isRefused(422, "MALFORMED_KEY");
        assertThat(campaign.at("/fields/0/field")).isEqualTo("campaignNo");
        assertThat(campaign.at("/detail"))
                .isEqualTo("campaignNo: must be 1 to 64 letters, digits, '.', '_' and '-', beginning with a letter or"
                        + " digit");
        var order = acme.post(Till.REFUNDS, Till.asked("R-1", "PO:acme", "1.00", ""))
                .isRefused(422, "MALFORMED_KEY");
        assertThat(order.at("/fields/0/field")).isEqualTo("/order");
        assertThat(order.at("/fields/0/reason"))
                .isEqualTo("must be an identity of PO and 2 parts, with colons in between");
        assertThat(acme.post(Till.PATH, "[]").isRefused(422, "FIELD_INVALID").at("/detail"))
                .isEqualTo("The body must be an object.");
    }

    private Reply make(String merchant, String way, String fee, String price) {
        return acme.post(Till.PATH, Till.body("X-" + HomeSale.nextCoreNo(), merchant, way, fee, price));
    }
}
