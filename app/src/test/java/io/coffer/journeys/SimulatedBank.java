package io.coffer.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The bank as its own people see it: what it will do, what it did. */
record SimulatedBank(String base) {

    void script(String payoutOrPattern, String behaviour) {
        script(payoutOrPattern, behaviour, 500);
    }

    void script(String payoutOrPattern, String behaviour, int delayMillis) {
        send(HttpRequest.newBuilder(URI.create(base + "/simulator/scripts/" + payoutOrPattern))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"behaviour\":\"" + behaviour + "\",\"delayMillis\":" + delayMillis + "}")));
    }

    /** Money arrives and the bank tells it {@code copies} times. */
    JsonNode receives(String virtualAccount, String amount, int copies) {
        return send(HttpRequest.newBuilder(URI.create(base + "/simulator/incoming"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"virtualAccount":"%s","amount":"%s","currency":"CNY","payerAccountNumber":\
                                "6222000000000001","payerName":"Wang Qiang","copies":%d}""".formatted(virtualAccount, amount, copies))))
                .json();
    }

    /** What was paid comes back. */
    JsonNode returns(String payout) {
        return send(HttpRequest.newBuilder(URI.create(base + "/simulator/returns/" + payout))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .json();
    }

    /** A payer pays through a channel, which tells it, and gives its fee back with a refund. */
    JsonNode pays(String channel, String order, String amount, String fee) {
        return channelPayment(channel, order, amount, fee, "true");
    }

    /** A payer pays through a channel, which transfers it less its fee to the number. */
    JsonNode paysNet(String channel, String order, String amount, String fee, String virtualAccount) {
        return channelPayment(channel, order, amount, fee, "false,\"virtualAccount\":\"" + virtualAccount + "\"");
    }

    private JsonNode channelPayment(String channel, String order, String amount, String fee, String returnsFee) {
        return post("/simulator/channel-payments", """
            {"channel":"%s","outTradeNo":"%s","amount":"%s","currency":"CNY","fee":"%s",\
            "payerAccountNumber":"6222000000000001","payerName":"王强","returnsFee":%s}""".formatted(channel, order, amount, fee, returnsFee));
    }

    /** The channel closes a date and pays its net to a number. */
    JsonNode settles(String channel, String settlementDate, String virtualAccount) {
        return post("/simulator/channel-settlements", """
            {"channel":"%s","settlementDate":"%s","virtualAccount":"%s"}""".formatted(channel, settlementDate, virtualAccount));
    }

    /** What the channel lists for a date that it closed. */
    String settlementFile(String channel, String settlementDate) {
        return send(HttpRequest.newBuilder(
                        URI.create(base + "/simulator/channel-settlements/" + channel + "/" + settlementDate)))
                .text();
    }

    /** A payer of the day pays an order by its channel; told again where nobody heard it. */
    JsonNode pays(PlannedOrder order, int time, String more) {
        return post("/simulator/channel-payments", """
            {"channel":"%s","outTradeNo":"%s","tradeNo":"%s","amount":"%s","currency":"CNY","fee":"%s",\
            "payerAccountNumber":"%s","payerName":"王强","returnsFee":%s%s}""".formatted(
                        order.kind().way().channel(),
                        order.id(),
                        order.payment(time),
                        Day.yuan(order.price()),
                        Day.yuan(order.kept()),
                        order.payerAccount(),
                        order.kind().fee().isGivenBack(),
                        more));
    }

    static boolean isHeard(JsonNode told) {
        return StreamSupport.stream(told.path("statuses").spliterator(), false)
                .allMatch(status -> status.asInt() / 100 == 2);
    }

    /** What the channel will do with a refund. */
    void scriptRefund(String refundOrPattern, String behaviour, String failure) {
        send(HttpRequest.newBuilder(URI.create(base + "/simulator/refund-scripts/" + refundOrPattern))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"behaviour\":\"" + behaviour + "\",\"delayMillis\":300" + failure + "}")));
    }

    void scriptRefund(String refundOrPattern, String behaviour) {
        scriptRefund(refundOrPattern, behaviour, "");
    }

    /** Refunds of a day are numbered by what channels will do with them. */
    void learnDay() {
        for (var behaviour : List.of(
                "LATE",
                "TWICE",
                "OUT_OF_ORDER",
                "LOST_CALLBACK",
                "NEVER_ANSWERS_EXECUTED",
                "NEVER_ANSWERS_NOT_EXECUTED",
                "NEVER_ANSWERS_REFUSED",
                "NOT_FOUND_FIRST",
                "RETRYABLE_FIRST",
                "BOUNCES",
                "NEVER_ENDS")) {
            scriptRefund("*." + behaviour, behaviour);
        }
        scriptRefund("*.REFUSES_FINAL", "REFUSES", ",\"failure\":\"FINAL\"");
        scriptRefund("*.REFUSES_INSTRUMENT", "REFUSES", ",\"failure\":\"INSTRUMENT\"");
        scriptRefund("*.REFUSES_RETRYABLE", "REFUSES", ",\"failure\":\"RETRYABLE\"");
    }

    /** The channel takes a success back. */
    JsonNode bounces(String refund) {
        return send(HttpRequest.newBuilder(URI.create(base + "/simulator/refund-bounces/" + refund))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .json();
    }

    /** How often the payer of a refund was credited by the channel, and with how much. */
    List<JsonNode> creditsOf(String refund) {
        return StreamSupport.stream(get("/simulator/refund-credits").spliterator(), false)
                .filter(credit -> credit.path("refundNo").asString().equals(refund))
                .toList();
    }

    private JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .json();
    }

    List<JsonNode> debits() {
        return StreamSupport.stream(get("/simulator/debits").spliterator(), false)
                .toList();
    }

    List<JsonNode> debitsOf(String payout) {
        return debits().stream()
                .filter(debit -> debit.path("payoutNo").asString().equals(payout))
                .toList();
    }

    JsonNode totalOfDebits() {
        return get("/simulator/debits/total");
    }

    /** How often an instruction with this number reached the bank. */
    long instructionsFor(String payout) {
        return journal("INSTRUCTION", payout).size();
    }

    /** What the bank wrote down about a payout. */
    List<JsonNode> journal(String kind, String payout) {
        return StreamSupport.stream(get("/simulator/journal?limit=10000").spliterator(), false)
                .filter(line -> line.path("kind").asString().equals(kind))
                .filter(line -> line.path("payoutNo").asString().equals(payout))
                .toList();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))).json();
    }

    private static Reply send(HttpRequest.Builder request) {
        return Client.send(request.build()).isAccepted();
    }
}
