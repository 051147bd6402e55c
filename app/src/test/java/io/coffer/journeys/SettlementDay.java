package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One settlement date of a channel, which no other journey uses: its payments, its file, and the bank's money for it. */
record SettlementDay(RunningCoffer coffer, String channel, LocalDate date) {

    static final String FILES = "/v1/bank/channel-settlements";
    static final String PATH = "/v1/channel-settlements/";

    /** Nobody owns it. */
    static final String NUMBER = "88010000000009";

    /** From which the simulated channels pay. */
    static final String PAYER = "1100600000000088";

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static SettlementDay in(int days, RunningCoffer coffer) {
        return new SettlementDay(coffer, "ALIPAY", LocalDate.now(SHANGHAI).plusDays(days));
    }

    String id() {
        return "CS:" + channel + ":" + date;
    }

    /** An order of a new merchant that may be captured. */
    Till order(String price) {
        return Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_CHANNEL, Till.FREE, price);
    }

    /** A payment of this date that the channel tells; gives its trade number. */
    String captured(String price) {
        return told(order(price), "T-" + HomeSale.nextCoreNo(), price);
    }

    String told(Till order, String tradeNo, String price) {
        order.told(channel, tradeNo, price, Instant.now(), date).isAccepted();
        order.once("PAID");
        // The settlement is told of it a moment later.
        coffer.settled();
        return tradeNo;
    }

    String header(int version, int count, String net, String more) {
        return """
            {"header":{"channel":"%s","settlementDate":"%s","fileVersion":%d,"count":%d,"net":%s%s}}
            """.formatted(channel, date, version, count, HomeSale.cny(net), more);
    }

    static String paidBy(String coreNo) {
        return """
            ,"paidBy":{"bankCode":"%s","custodyAccount":"%s","bankDate":"2026-11-22","coreNo":"%s"}\
            """.formatted(HomeSale.BANK, HomeSale.CUSTODY, coreNo);
    }

    static String payment(String tradeNo, String amount, String fee) {
        return """
            {"line":{"kind":"PAYMENT","no":"%s","amount":%s,"fee":%s}}
            """.formatted(tradeNo, HomeSale.cny(amount), HomeSale.cny(fee));
    }

    static String refund(String no, String amount) {
        return """
            {"line":{"kind":"REFUND","no":"%s","amount":%s}}
            """.formatted(no, HomeSale.cny(amount));
    }

    Reply send(String file) {
        return coffer.as("bank-adapter")
                .ask("POST", FILES, file)
                .as("application/x-ndjson")
                .answer();
    }

    /** Money of the channel that the bank tells of, for a number that nobody owns; it waits. */
    String receives(String amount) {
        return receives(amount, PAYER);
    }

    String receives(String amount, String payer) {
        var coreNo = HomeSale.nextCoreNo();
        var told = coffer.as("bank-adapter")
                .post(
                        "/v1/bank/notices",
                        HomeSale.notice(coreNo, NUMBER, amount).replace(HomeSale.PAYER, payer));
        receiptOnce(HomeSale.receipt(coreNo), "SUSPENDED", told.isAccepted().position());
        return coreNo;
    }

    JsonNode receiptOnce(String receipt, String state, long position) {
        return Until.is(
                () -> coffer.as("operator-1")
                        .get("/v1/receipts/" + receipt, position)
                        .isAccepted()
                        .json(),
                view -> view.at("/state").asString().equals(state));
    }

    /** Somebody says that the money is another date's, and somebody else agrees. */
    void correct(String coreNo, SettlementDay to) {
        var receipt = HomeSale.receipt(coreNo);
        coffer.as("operator-1")
                .post("/v1/receipts/" + receipt + "/corrections", "{\"account\":\"" + to.id() + "\"}")
                .isAccepted();
        HomeSale.approve(coffer, "AR:_:receipt:" + receipt + ":1", "checker-1", coffer.head());
    }

    Reply assign(String coreNo) {
        var operator = coffer.as("operator-1");
        var path = "/v1/receipts/" + HomeSale.receipt(coreNo);
        return operator.ask("POST", path + "/assignment", "{\"account\":\"" + id() + "\"}")
                .ifMatch(operator.get(path, coffer.settled()).etag())
                .answer();
    }

    /** The three-way check, as soon as it says so. */
    JsonNode once(String state) {
        return Until.is(this::check, view -> view.at("/state").asString().equals(state));
    }

    JsonNode check() {
        return coffer.as("auditor")
                .get(PATH + id(), coffer.settled())
                .isAccepted()
                .json();
    }

    List<String> differences() {
        return coffer
                .as("operator-1")
                .get(PATH + id() + "/differences?limit=200", coffer.settled())
                .isAccepted()
                .items()
                .stream()
                .map(line ->
                        line.path("what").asString() + " " + line.path("no").asString())
                .toList();
    }

    /** What of it waits for people. */
    List<String> waiting() {
        return coffer.as("operator-1").all("/v1/work-lists/settlement-differences", coffer.settled()).stream()
                .filter(item -> item.path("id").asString().equals(id()))
                .map(item -> item.path("detail").asString())
                .toList();
    }

    void assertAgreed() {
        var view = once("AGREED");
        assertThat(view.at("/ledger/balance").asString()).isEqualTo("0.00");
        assertThat(view.at("/fileLessLedger").asString()
                        + view.at("/bankLessFile").asString())
                .isEqualTo("0.000.00");
        assertThat(differences()).isEmpty();
        assertThat(waiting()).isEmpty();
        coffer.assertAllHold();
    }
}
