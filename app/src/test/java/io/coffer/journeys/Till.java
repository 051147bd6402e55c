package io.coffer.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One payment order of a merchant, and the refunds of what was paid for it. The business system is the tenant acme. */
final class Till {

    static final String PATH = "/v1/payment-orders";
    static final String REFUNDS = "/v1/refunds";
    static final String BY_CHANNEL = "{\"kind\":\"CHANNEL\",\"channel\":\"ALIPAY\",\"settling\":\"NET\"}";
    static final String BY_WECHAT = "{\"kind\":\"CHANNEL\",\"channel\":\"WECHAT\",\"settling\":\"NET\"}";
    static final String NET = "{\"kind\":\"NET_TRANSFER\",\"channel\":\"UMS\"}";
    static final String BY_BANK = "{\"kind\":\"BANK_TRANSFER\"}";
    static final String OF_MERCHANT = "{\"rateBp\":60,\"bearer\":\"MERCHANT_B\",\"refundable\":false}";
    static final String OF_PLATFORM = "{\"rateBp\":60,\"bearer\":\"PLATFORM\",\"refundable\":false}";
    static final String BY_UMS = "{\"kind\":\"CHANNEL\",\"channel\":\"UMS\",\"settling\":\"NET\"}";
    static final String FREE = "{\"rateBp\":0,\"bearer\":\"MERCHANT_B\",\"refundable\":false}";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final RunningCoffer coffer;
    private final String merchant;
    private final String no;
    private long seen;

    private Till(RunningCoffer coffer, String merchant, String no) {
        this.coffer = coffer;
        this.merchant = merchant;
        this.no = no;
    }

    /** An order as it was made, whatever became of it. */
    static Till made(RunningCoffer coffer, String merchant, String way, String fee, String price) {
        var till = new Till(coffer, merchant, "PAY-" + HomeSale.nextCoreNo());
        till.seen(coffer.as("acme").post(PATH, body(till.no, merchant, way, fee, price)));
        return till;
    }

    static Till open(RunningCoffer coffer, String merchant, String way, String fee, String price) {
        var till = made(coffer, merchant, way, fee, price);
        till.once("OPEN");
        return till;
    }

    /** Paid through the channel. */
    static Till paid(RunningCoffer coffer, String price) {
        var till = open(coffer, "M-" + HomeSale.nextCoreNo(), BY_CHANNEL, FREE, price);
        coffer.bank().pays("ALIPAY", till.id(), price, "0.00");
        till.once("PAID");
        return till;
    }

    static String body(String no, String merchant, String way, String fee, String price) {
        return body(no, merchant, way, fee, price, Instant.now().plus(Duration.ofDays(30)));
    }

    @SuppressWarnings("TooManyParameters") // One order, field by field.
    static String body(String no, String merchant, String way, String fee, String price, Instant expiresAt) {
        return """
            {"outTradeNo":"%s","merchantNo":"%s","contractNo":"L-%s","price":%s,"way":%s,"fee":%s,\
            "custodyAccount":{"bankCode":"%s","accountNo":"%s"},"expiresAt":"%s"}\
            """.formatted(
                        no, merchant, no, HomeSale.cny(price), way, fee, HomeSale.BANK, HomeSale.CUSTODY, expiresAt);
    }

    /** A transfer of whose price a campaign pays a part. */
    static Till discounted(RunningCoffer coffer, String merchant, String fee, String price, String discount) {
        var till = new Till(coffer, merchant, "PAY-" + HomeSale.nextCoreNo());
        var body = body(till.no, merchant, BY_BANK, fee, price);
        till.seen(coffer.as("acme").post(PATH, body.replaceFirst("}$", ",\"discount\":" + discount + "}")));
        return till;
    }

    String id() {
        return "PO:acme:" + no;
    }

    String no() {
        return no;
    }

    String contract() {
        return "MC:acme:" + merchant + ":L-" + no;
    }

    JsonNode order() {
        return coffer.as("acme").get(PATH + "/" + id(), seen).isAccepted().json();
    }

    JsonNode once(String state) {
        return Until.is(this::order, order -> order.at("/state").asString().equals(state));
    }

    /** The order, as soon as so many payments came for it. */
    JsonNode oncePaid(int times) {
        return Until.is(this::order, order -> order.path("payments").size() == times);
    }

    String number() {
        return Until.is(this::order, order -> order.has("virtualAccountNumber"))
                .path("virtualAccountNumber")
                .asString();
    }

    /** Money to its number, told by the bank's adapter; gives the receipt. */
    String receives(String amount) {
        var coreNo = HomeSale.nextCoreNo();
        seen(coffer.as("bank-adapter").post("/v1/bank/notices", HomeSale.notice(coreNo, number(), amount)));
        return HomeSale.receipt(coreNo);
    }

    /** The channel tells of a payment that it captured at that moment. */
    Reply told(String channel, String tradeNo, String amount, Instant paidAt) {
        return told(channel, tradeNo, amount, paidAt, LocalDate.now(SHANGHAI).plusDays(1));
    }

    /** As above, with the settlement of another date. */
    Reply told(String channel, String tradeNo, String amount, Instant paidAt, LocalDate settlementDate) {
        return coffer.as("bank-adapter").post("/v1/bank/channel-payments", """
            {"channel":"%s","outTradeNo":"%s","tradeNo":"%s","amount":%s,"paidAt":"%s",\
            "settlementDate":"%s","payerAccount":"6222000000000001","payerName":"王强"}\
            """.formatted(
                        channel, id(), tradeNo, HomeSale.cny(amount), paidAt, settlementDate));
    }

    static String asked(String refundNo, String order, String amount, String more) {
        return """
            {"outRefundNo":"%s","order":"%s","amount":%s,"reason":"PAID_TWICE"%s}\
            """.formatted(refundNo, order, HomeSale.cny(amount), more);
    }

    Reply ask(String refundNo, String amount) {
        return ask(refundNo, amount, "");
    }

    Reply ask(String refundNo, String amount, String more) {
        return coffer.as("acme").post(REFUNDS, asked(refundNo, id(), amount, more));
    }

    /** Asked for and admitted; gives the refund. */
    String refund(String amount, String more) {
        var refundNo = "R-" + HomeSale.nextCoreNo();
        seen(ask(refundNo, amount, more));
        return "RF:acme:" + refundNo;
    }

    String refund(String amount) {
        return refund(amount, "");
    }

    JsonNode refundOf(String refund) {
        return Until.is(() -> coffer.as("acme").get(REFUNDS + "/" + refund, seen), reply -> reply.status() == 200)
                .json();
    }

    JsonNode refundOnce(String refund, String state) {
        return Until.is(
                () -> refundOf(refund), view -> view.at("/state").asString().equals(state));
    }

    void approve(String refund) {
        HomeSale.approve(coffer, "AR:acme:refund:" + refund.substring("RF:acme:".length()), "checker-1", coffer.head());
    }

    Reply say(String refund, String resource, @Nullable String body) {
        var answer = coffer.as("acme").post(REFUNDS + "/" + refund + resource, body);
        seen = Math.max(seen, answer.position());
        return answer;
    }

    /** Another account of a payer with this name, with its proof. */
    Reply reroute(String refund, String holder) {
        return say(refund, "/reroute", """
            {"payee":{"accountNumber":"6217000000009000","bankCode":"105100000017","holderName":"%s",\
            "accountClass":"PERSONAL"},"evidence":%s}\
            """.formatted(holder, HomeSale.EVIDENCE));
    }

    void verify(String refund, int rerouteNo) {
        HomeSale.approve(
                coffer,
                "AR:acme:reroute:" + refund.substring("RF:acme:".length()) + ":" + rerouteNo,
                "checker-1",
                coffer.head());
    }

    List<JsonNode> payments() {
        return StreamSupport.stream(order().path("payments").spliterator(), false)
                .toList();
    }

    private void seen(Reply answer) {
        seen = Math.max(seen, answer.isAccepted().position());
    }
}
