package io.coffer.journeys;

import static io.coffer.journeys.SettlementDay.paidBy;
import static io.coffer.journeys.SettlementDay.payment;
import static io.coffer.journeys.SettlementDay.refund;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test has a settlement date of its own. */
@DisplayName("A settlement of a channel")
class ChannelSettlementsTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void with_a_netted_refund_and_a_fee_that_came_back_is_the_same_in_books_file_and_bank() {
        // What other journeys told of the nearest date is over.
        coffer.bank()
                .settles(
                        "UMS", LocalDate.now(SettlementDay.SHANGHAI).plusDays(1).toString(), SettlementDay.NUMBER);
        var shop = Shop.with(coffer, "20.00");
        var first = Till.open(coffer, shop.merchant(), Till.BY_UMS, Till.OF_MERCHANT, "1400.00");
        var second = Till.open(coffer, shop.merchant(), Till.BY_UMS, Till.FREE, "500.00");
        var date = coffer.bank()
                .pays("UMS", first.id(), "1400.00", "8.40")
                .path("settlementDate")
                .asString();
        coffer.bank().pays("UMS", second.id(), "500.00", "0.00");
        first.once("PAID");
        second.once("PAID");
        coffer.bank().scriptRefund("RF:acme:R-*", "AT_ONCE");
        first.refundOnce(first.refund("100.00"), "SUCCEEDED");
        shop.once("/available/value", "12.20");

        var day = new SettlementDay(coffer, "UMS", LocalDate.parse(date));
        var view = day.once("WAITING_FOR_FILE");
        assertThat(view.at("/ledger/payments").asString()).isEqualTo("1891.60");
        assertThat(view.at("/ledger/refunds").asString()).isEqualTo("-100.00");
        assertThat(view.at("/ledger/feesReturned").asString()).isEqualTo("0.60");
        assertThat(shop.balance("R1101", "UMS." + date)).isEqualTo("1792.20");

        var net = coffer.bank()
                .settles("UMS", date, SettlementDay.NUMBER)
                .path("net")
                .asString();
        assertThat(net).isEqualTo("1792.20");
        var file = coffer.bank().settlementFile("UMS", date);
        assertThat(day.send(file).isAccepted().text()).contains("settlements.SettlementFileTaken");
        day.assertAgreed();
        assertThat(day.check().at("/ledger/settled").asString()).isEqualTo("1792.20");
        assertThat(shop.balance("R1101", "UMS." + date)).isEqualTo("0.00");

        assertThat(day.send(file).isAccepted().json().path("events").size()).isZero();
        assertThat(coffer.as("auditor")
                        .get(SettlementDay.PATH + day.id() + "/events", coffer.settled())
                        .text())
                .contains("settlements.ChannelSettled");
    }

    @Test
    void is_different_line_by_line_until_the_channel_corrects_its_file() {
        var day = SettlementDay.in(3, coffer);
        var first = day.captured("100.00");
        var second = day.captured("60.00");

        var wrong = day.header(1, 1, "99.00", "") + payment(first, "100.00", "1.00");
        day.send(wrong).isAccepted();
        var view = day.once("DIFFERENT");
        assertThat(view.at("/fileLessLedger").asString()).isEqualTo("-61.00");
        assertThat(day.differences()).containsExactly("FEE " + first, "ONLY_WITH_US " + second);
        assertThat(day.waiting()).containsExactly("FEE PAYMENT " + first, "ONLY_WITH_US PAYMENT " + second);

        var lines = payment(first, "100.00", "0.00") + payment(second, "60.00", "0.00");
        var refused = day.send(day.header(1, 2, "160.00", "") + lines).isRefused(409, "SETTLEMENT_FILE_DIFFERS");
        assertThat(refused.at("/differing")).isEqualTo("2");
        day.send(day.header(3, 2, "160.00", "") + lines).isRefused(409, "SETTLEMENT_VERSION_NOT_NEXT");
        day.send(day.header(2, 2, "160.00", "") + lines).isAccepted();
        day.once("WAITING_FOR_BANK");
        assertThat(day.differences()).isEmpty();

        day.assign(day.receives("160.00")).isAccepted();
        day.assertAgreed();
    }

    @Test
    void keeps_the_banks_money_waiting_for_a_payment_that_nobody_told() {
        var day = SettlementDay.in(4, coffer);
        var first = day.captured("100.00");
        var untold = day.order("30.00");
        var tradeNo = "T-" + HomeSale.nextCoreNo();
        var coreNo = day.receives("130.00");

        var lines = payment(first, "100.00", "0.00") + payment(tradeNo, "30.00", "0.00");
        day.send(day.header(1, 2, "130.00", paidBy(coreNo)) + lines).isAccepted();
        var view = day.once("DIFFERENT");
        assertThat(view.at("/declined/0/receipt").asString()).isEqualTo(HomeSale.receipt(coreNo));
        assertThat(view.at("/fileLessLedger").asString()).isEqualTo("30.00");
        assertThat(day.differences()).containsExactly("ONLY_AT_CHANNEL " + tradeNo);
        var receipt = day.receiptOnce(HomeSale.receipt(coreNo), "SUSPENDED", coffer.settled());
        assertThat(receipt.path("reason").asString()).isEqualTo("TARGET_REFUSED");
        assertThat(coffer.as("auditor")
                        .get("/v1/receipts/" + HomeSale.receipt(coreNo) + "/events", coffer.settled())
                        .text())
                .contains("EXCEEDS_CLEARING");
        coffer.assertAllHold();

        day.told(untold, tradeNo, "30.00");
        assertThat(day.differences()).isEmpty();
        day.assign(coreNo).isAccepted();
        day.assertAgreed();
    }

    @Test
    void takes_no_line_of_the_bank_that_another_party_paid() {
        var day = SettlementDay.in(8, coffer);
        var first = day.captured("100.00");
        var strangers = day.receives("100.00", HomeSale.PAYER);
        var lines = payment(first, "100.00", "0.00");
        day.send(day.header(1, 1, "100.00", paidBy(strangers)) + lines).isAccepted();
        var view = day.once("DIFFERENT");
        assertThat(view.at("/declined/0/receipt").asString()).isEqualTo(HomeSale.receipt(strangers));
        assertThat(view.at("/declined/0/differs").toString()).isEqualTo("[\"PAYER\"]");
        day.receiptOnce(HomeSale.receipt(strangers), "SUSPENDED", coffer.settled());

        day.send(day.header(2, 1, "100.00", paidBy(day.receives("100.00"))) + lines)
                .isAccepted();
        Until.is(() -> day.check().at("/ledger/balance").asString(), "0.00"::equals);
        coffer.assertAllHold();
    }

    @Test
    void gives_money_of_another_date_to_that_date_when_two_people_say_so() {
        var day = SettlementDay.in(9, coffer);
        var other = SettlementDay.in(10, coffer);
        day.captured("70.00");
        other.captured("70.00");
        var coreNo = day.receives("70.00");
        day.assign(coreNo).isAccepted();
        Until.is(() -> day.check().at("/ledger/balance").asString(), "0.00"::equals);

        day.correct(coreNo, other);
        Until.is(() -> other.check().at("/ledger/balance").asString(), "0.00"::equals);
        var left = day.check();
        assertThat(left.at("/ledger/balance").asString()).isEqualTo("70.00");
        assertThat(left.at("/ledger/settled").asString()).isEqualTo("0.00");
        assertThat(left.at("/receipts").size()).isZero();
        assertThat(coffer.as("auditor")
                        .get(SettlementDay.PATH + day.id() + "/events", coffer.settled())
                        .text())
                .contains("settlements.SettlementReversed");
        coffer.assertAllHold();
    }

    @Test
    void takes_money_that_comes_late_and_in_parts_and_not_a_fen_more() {
        var day = SettlementDay.in(5, coffer);
        var first = day.captured("100.00");
        day.send(day.header(1, 1, "100.00", paidBy("NEVER-" + first)) + payment(first, "100.00", "0.00"))
                .isAccepted();
        day.assign(day.receives("40.00")).isAccepted();
        assertThat(day.once("WAITING_FOR_BANK").at("/bankLessFile").asString()).isEqualTo("-60.00");

        var tooMuch = day.receives("60.01");
        day.assign(tooMuch).isAccepted();
        day.receiptOnce(HomeSale.receipt(tooMuch), "SUSPENDED", coffer.settled());
        assertThat(day.once("DIFFERENT").at("/bankLessFile").asString()).isEqualTo("0.01");
        day.assign(day.receives("60.00")).isAccepted();
        assertThat(day.once("DIFFERENT").at("/bankLessFile").asString()).isEqualTo("60.01");
        assertThat(day.check().at("/ledger/balance").asString()).isEqualTo("0.00");

        // It was the money of another date.
        var other = SettlementDay.in(6, coffer);
        var second = other.captured("60.01");
        other.assign(tooMuch).isAccepted();
        day.assertAgreed();
        other.send(other.header(1, 1, "60.01", "") + payment(second, "60.01", "0.00"))
                .isAccepted();
        other.assertAgreed();
    }

    @Test
    void refuses_files_that_cannot_be_and_takes_nothing_of_them() {
        var day = SettlementDay.in(7, coffer);
        var line = payment("T-1", "100.00", "1.00");
        var head = coffer.settled();

        day.send(day.header(1, 1, "99.00", "").replace("ALIPAY", "NONE") + line).isRefused(422, "CHANNEL_UNKNOWN");
        day.send(day.header(1, 2, "99.00", "") + line).isRefused(422, "SETTLEMENT_FILE_INCOMPLETE");
        day.send(day.header(1, -1, "99.00", "") + line).isRefused(422, "SETTLEMENT_FILE_INCOMPLETE");
        day.send(day.header(1, 1, "99.01", "") + line).isRefused(422, "SETTLEMENT_FILE_INCOMPLETE");
        day.send(day.header(1, 2, "198.00", "") + line + line).isRefused(422, "SETTLEMENT_LINE_REPEATED");
        var negative = day.send(day.header(1, 2, "0.00", "") + line + refund("RF:acme:R-1", "99.01"))
                .isRefused(422, "SETTLEMENT_NET_NEGATIVE");
        assertThat(negative.at("/lacking/value")).isEqualTo("0.01");
        for (var row : new String[] {
            "not json",
            "{}",
            line.replace("PAYMENT", "GIFT"),
            line.replace("\"T-1\"", "\"王强\""),
            payment("T-1", "0.00", "0.00"),
            payment("T-1", "1.00", "1.01"),
            payment("T-1", "-1.00", "0.00"),
            day.header(1, 1, "1.00", "")
        }) {
            assertThat(day.send(day.header(1, 1, "99.00", "") + row)
                            .isRefused(422, "SETTLEMENT_FILE_NOT_READ")
                            .at("/row"))
                    .isEqualTo("2");
        }
        day.send(line).isRefused(422, "SETTLEMENT_FILE_NOT_READ");
        day.send("").isRefused(422, "SETTLEMENT_FILE_NOT_READ");
        var huge = new StringBuilder(day.header(1, 20_001, "19801.00", ""));
        for (var number = 0; number < 20_001; number++) {
            huge.append(payment("T-" + number, "1.00", "0.01"));
        }
        day.send(huge.toString()).isRefused(422, "SETTLEMENT_FILE_TOO_LONG");
        coffer.as("acme")
                .ask("POST", SettlementDay.FILES, day.header(1, 1, "99.00", "") + line)
                .as("application/x-ndjson")
                .answer()
                .isRefused(404, "NOT_FOUND");
        assertThat(coffer.settled()).isEqualTo(head);

        coffer.as("auditor").get(SettlementDay.PATH + day.id(), head).isRefused(404, "NOT_FOUND");
        day.assign(day.receives("1.00")).isRefused(404, "NOT_FOUND");
    }
}
